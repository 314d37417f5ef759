package io.deskpulse.digest.reading;

import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a digest is asked for.
 *
 * @param shop whose
 * @param zone of its clock
 * @param period which days
 * @param products which products
 * @param costPerHour what an hour of an account costs, smallest unit of the shop's currency; 0 when the shop names no cost
 * @param at as of when people's words are read
 * @param serviceAt until when promises and tickets are followed
 */
public record DigestQuestion(
        String shop,
        ZoneId zone,
        DigestPeriod period,
        ProductChoice products,
        long costPerHour,
        Instant at,
        Instant serviceAt) {

    String atText() {
        return ClickHouseTime.text(at);
    }

    String serviceAtText() {
        return ClickHouseTime.text(serviceAt);
    }

    String beginsText() {
        return ClickHouseTime.text(period.begins(zone));
    }

    String endsText() {
        return ClickHouseTime.text(period.ends(zone));
    }
}
