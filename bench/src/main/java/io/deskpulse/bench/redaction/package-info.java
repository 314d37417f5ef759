/** How well personal data is taken out of texts. */
package io.deskpulse.bench.redaction;
