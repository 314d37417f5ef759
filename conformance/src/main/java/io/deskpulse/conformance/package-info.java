/** The conformance kit: its cases, how the rows of a view are read, and how they are compared. */
package io.deskpulse.conformance;
