/** How fast exports are imported, and whether webhooks arrive when Kafka goes away and comes back. */
package io.deskpulse.bench.imports;
