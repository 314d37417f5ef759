/** Detectors beside ours, on the same complaints. */
package io.deskpulse.bench.hotspots.peers;
