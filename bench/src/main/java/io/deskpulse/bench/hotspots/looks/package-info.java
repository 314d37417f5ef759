/** What detectors see of a made-up shop, and what their crossings are worth. */
package io.deskpulse.bench.hotspots.looks;
