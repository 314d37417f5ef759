/** What the tables must hold, derived key by key from the set of events, without Kafka, Flink and the order in which they came. */
package io.deskpulse.bench.chaos.truth;
