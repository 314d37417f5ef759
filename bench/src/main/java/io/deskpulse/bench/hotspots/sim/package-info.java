/** Made-up shops with known truth: protocol HS-1 of HOTSPOTS.md. */
package io.deskpulse.bench.hotspots.sim;
