/** The embedded stack: a real Kafka broker, a real ClickHouse and a Flink mini-cluster in one command, and what starts and stops them. */
package io.deskpulse.local;
