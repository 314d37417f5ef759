/** The command {@code deskpulse hotspots}. */
package io.deskpulse.cli.hotspots;
