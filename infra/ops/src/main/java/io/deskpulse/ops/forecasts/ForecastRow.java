package io.deskpulse.ops.forecasts;

import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.planning.Gap;
import io.deskpulse.metrics.planning.Need;
import io.deskpulse.metrics.staffing.Requirement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * A forecast interval and the agents that it needs.
 *
 * @param series whose it is
 * @param start of the interval
 * @param minutes its length
 * @param madeAt when it was made
 * @param volume contacts
 * @param label what stands beside the numbers
 * @param demand what the agents are for: the person's number where there is one
 * @param requirement what they are to reach
 * @param need agents
 * @param gap what contacts leave of the agents' time, and what goes into it; null where agents were computed anew
 */
public record ForecastRow(
        Series series,
        Instant start,
        int minutes,
        Instant madeAt,
        Volume volume,
        Label label,
        Demand demand,
        Requirement requirement,
        Need need,
        Gap gap) {
    /**
     * A shop's channel.
     *
     * @param shop id of the shop
     * @param channel as in conversations
     * @param zone of the shop's clock
     */
    public record Series(String shop, String channel, ZoneId zone) {
        /** Its name in systems that know no channels: shop1-chat. */
        public String skill() {
            return shop + "-" + channel.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Contacts.
     *
     * @param mean expected
     * @param quantiles by level of {@code Levels}
     * @param p95 95 % quantile
     * @param override that a person expects instead; NaN when nobody does
     */
    public record Volume(double mean, double[] quantiles, double p95, double override) {
        /** What plans stand on: the person's number where there is one. */
        public double planned() {
            return Double.isNaN(override) ? mean : override;
        }

        /** All of it times a factor. */
        public Volume times(double factor) {
            double[] scaled = quantiles.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= factor;
            }
            return new Volume(factor * mean, scaled, factor * p95, factor * override);
        }
    }

    /**
     * What stands beside the numbers.
     *
     * @param eventId names and phases of the events of the day
     * @param model what made it
     * @param confidence comparable days behind the quantiles
     * @param young whether less than four weeks of history stand behind it
     */
    public record Label(String eventId, String model, int confidence, boolean young) {}

    /** Its start on the shop's clock. */
    public ZonedDateTime local() {
        return start.atZone(series.zone);
    }

    /** The end of the interval. */
    public Instant end() {
        return start.plusSeconds(60L * minutes);
    }
}
