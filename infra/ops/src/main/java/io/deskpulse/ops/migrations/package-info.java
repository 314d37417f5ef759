/** The schema of ClickHouse: tables by numbered files that are applied once, views by files that are applied when they change, rules to begin with. */
package io.deskpulse.ops.migrations;
