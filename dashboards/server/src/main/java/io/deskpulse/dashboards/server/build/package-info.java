/** The built app, made once of {@code dashboards/preview}. */
package io.deskpulse.dashboards.server.build;
