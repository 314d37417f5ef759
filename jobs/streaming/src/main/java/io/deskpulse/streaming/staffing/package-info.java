/** The job that forecasts the contacts of all shops and says which agents they need. */
package io.deskpulse.streaming.staffing;
