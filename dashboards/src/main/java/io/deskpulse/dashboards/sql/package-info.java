/** What Grafana and its ClickHouse plugin put in the place of variables and macros, repeated in Java. */
package io.deskpulse.dashboards.sql;
