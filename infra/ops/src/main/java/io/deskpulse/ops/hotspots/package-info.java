/** Incidents of complaint hotspots, as people list, explain and judge them. */
package io.deskpulse.ops.hotspots;
