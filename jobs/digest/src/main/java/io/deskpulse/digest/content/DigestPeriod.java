package io.deskpulse.digest.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that a digest is about.
 *
 * @param cadence how long it is
 * @param from its first day
 */
public record DigestPeriod(Cadence cadence, LocalDate from) {

    /** The day after its last. */
    public LocalDate to() {
        return from.plusDays(cadence.days());
    }

    /** The one of the same length before it. */
    public DigestPeriod before() {
        return new DigestPeriod(cadence, from.minusDays(cadence.days()));
    }

    /** The one after it. */
    public DigestPeriod after() {
        return new DigestPeriod(cadence, to());
    }

    /** When it begins on the clock of a zone. */
    public Instant begins(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** When it ends, exclusive. */
    public Instant ends(ZoneId zone) {
        return to().atStartOfDay(zone).toInstant();
    }
}
