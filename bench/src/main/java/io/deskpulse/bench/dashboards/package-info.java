/** Whether every query of every dashboard is fast enough on a month of two hundred shops. */
package io.deskpulse.bench.dashboards;
