/** Clients of a ClickHouse server: its address and user, HTTP, and SQL with parameters. */
package io.deskpulse.ops.clickhouse;
