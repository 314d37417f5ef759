/** Reads digests out of ClickHouse. */
package io.deskpulse.digest.reading;
