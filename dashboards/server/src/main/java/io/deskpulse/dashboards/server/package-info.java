/** The dashboards in a browser without Grafana: the build of the app in {@code dashboards/preview}, and the server behind it. */
package io.deskpulse.dashboards.server;
