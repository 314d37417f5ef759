/** Clusters of Flink and of ClickHouse, of processes on this machine, for tests and benchmarks of what happens on several. */
package io.deskpulse.local.cluster;
