/** Events that a benchmark sends, and what sends them. */
package io.deskpulse.bench.load;
