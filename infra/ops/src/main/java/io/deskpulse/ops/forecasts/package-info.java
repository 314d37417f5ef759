/** Forecasts and agents as a server has them: read, explained, overruled, and asked what if. */
package io.deskpulse.ops.forecasts;
