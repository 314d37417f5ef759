/** Forecasts in the forms that planners' systems read. Numbers and times look the same whatever the locale. */
package io.deskpulse.ops.forecasts.export;
