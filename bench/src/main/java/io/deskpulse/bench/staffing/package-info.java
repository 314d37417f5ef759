/** What forecasts and agents of many shops cost. */
package io.deskpulse.bench.staffing;
