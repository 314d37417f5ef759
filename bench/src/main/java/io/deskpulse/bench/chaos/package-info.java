/** Faults struck one after another at a cluster of processes that works; what is in the tables in the end is compared with the truth. */
package io.deskpulse.bench.chaos;
