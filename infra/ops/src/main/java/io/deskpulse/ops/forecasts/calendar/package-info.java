/** Calendars as other programs read them. */
package io.deskpulse.ops.forecasts.calendar;
