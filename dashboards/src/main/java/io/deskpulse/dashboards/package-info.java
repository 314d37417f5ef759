/** The dashboards as Grafana loads them, and the SQL of their panels as Grafana's ClickHouse plugin would send it. */
package io.deskpulse.dashboards;
