/** Looks at the jobs of a Flink cluster again and again, and writes down in ClickHouse how they are. */
package io.deskpulse.ops.watch;
