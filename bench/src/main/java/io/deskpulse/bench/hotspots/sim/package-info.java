/** Made-up shops with known truth: protocol HS-1, as bench/README.md tells. */
package io.deskpulse.bench.hotspots.sim;
