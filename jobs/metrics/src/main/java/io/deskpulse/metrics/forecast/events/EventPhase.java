package io.deskpulse.metrics.forecast.events;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One phase of one campaign or holiday: some days around its peak during which contacts differ by a factor that is to be learned.
 *
 * @param name what recurs, such as 1111 or national-day
 * @param kind which events are alike, such as big: what one teaches serves the others
 * @param phase of the event, such as eve, peak, returns
 * @param peak date that the days are counted from; lunar dates are looked up by whoever writes the calendar
 * @param fromDay first day relative to the peak
 * @param toDay last day relative to the peak, not before the first
 * @param decayDays the effect fades as exp(-(day - fromDay) / decayDays); 0 when it does not fade
 * @param knownFrom first day on which forecasts know of it; {@link LocalDate#MIN} when it was always known
 */
public record EventPhase(
        String name,
        String kind,
        String phase,
        LocalDate peak,
        int fromDay,
        int toDay,
        double decayDays,
        LocalDate knownFrom) {
    /** Checks the order of the days. */
    public EventPhase {
        if (toDay < fromDay) {
            throw new IllegalArgumentException("toDay must be >= fromDay, got " + fromDay + " to " + toDay);
        }
        if (!(decayDays >= 0 && decayDays < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("decayDays must be >= 0, got " + decayDays);
        }
    }

    /** How much of the effect a date bears, 0..1; 0 outside. */
    public double weight(LocalDate date) {
        long day = ChronoUnit.DAYS.between(peak, date);
        if (day < fromDay || day > toDay) {
            return 0;
        }
        return decayDays == 0 ? 1 : Math.exp(-(day - fromDay) / decayDays);
    }

    /** What phases of the same sort share. */
    public String sort() {
        return kind + "/" + phase;
    }

    /** What phases of the same name share from year to year. */
    public String series() {
        return name + "/" + phase;
    }

    /** What only this one is. */
    public String occurrence() {
        return name + "/" + phase + "/" + peak;
    }
}
