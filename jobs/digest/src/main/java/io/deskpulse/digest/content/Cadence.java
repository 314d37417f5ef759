package io.deskpulse.digest.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long the period of a digest is. */
public enum Cadence {
    /** A day of the shop. */
    DAY,
    /** Monday to Sunday on the shop's clock. */
    WEEK;

    /** The period that holds a day. */
    public DigestPeriod of(LocalDate day) {
        LocalDate from = this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new DigestPeriod(this, from);
    }

    /** The last period that is over on a day. */
    public DigestPeriod lastBefore(LocalDate day) {
        return of(of(day).from().minusDays(1));
    }

    int days() {
        return this == DAY ? 1 : 7;
    }
}
