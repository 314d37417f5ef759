/** A real ClickHouse server as a child process: from a binary on the PATH, or from the library that npm's chdb packages ship. */
package io.deskpulse.local.clickhouse;
