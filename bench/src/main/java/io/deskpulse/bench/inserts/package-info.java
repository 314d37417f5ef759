/** What an insert costs ClickHouse: by the types of closed vocabularies, and by who gathers the rows of several writers. */
package io.deskpulse.bench.inserts;
