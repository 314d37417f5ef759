/** The cluster of processes that faults strike at, and the faults. */
package io.deskpulse.bench.chaos.stand;
