package io.deskpulse.digest.reading;

import io.deskpulse.digest.content.Change;
import io.deskpulse.digest.content.DigestItem;
import io.deskpulse.digest.content.DigestItem.Asked;
import io.deskpulse.digest.content.DigestItem.Fix;
import io.deskpulse.digest.content.DigestItem.Incident;
import io.deskpulse.digest.content.DigestItem.Life;
import io.deskpulse.digest.content.DigestItem.Loss;
import io.deskpulse.digest.content.DigestItem.Peers;
import io.deskpulse.digest.content.DigestItem.Questions;
import io.deskpulse.digest.content.Rate;
import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The items of a shop as a digest needs them, each part by one question to the server. */
final class ItemRows {
    private static final double BAD = 2;
    private static final long LEAST_BUYERS = 3;
    private static final Duration HOUR = Duration.ofHours(1);

    private final ClickHouseSql clickHouse;
    private final DigestQuestion asked;

    ItemRows(ClickHouseSql clickHouse, DigestQuestion asked) {
        this.clickHouse = clickHouse;
        this.asked = asked;
    }

    private record Period(long cases, long buyers, long lastCases, Loss loss) {}

    private record Lines(long now, long last) {}

    private record State(
            ItemKey key, String id, Life life, String reasons, Instant firstSeen, boolean isHandled, Fix fix) {}

    /** All items of the chosen products with a case in the period, and all that people work on or have just mended. */
    List<DigestItem> read() {
        Map<ItemKey, Period> periods = periods();
        Map<String, Lines> lines = lines();
        Map<String, Peers> peers = peers();
        Map<String, Incident> incidents = incidents();
        CaseRows cases = new CaseRows(clickHouse, asked);
        Map<ItemKey, List<String>> quotes = cases.quotes();
        Map<ItemKey, Asked> asking = cases.asking();
        Map<ItemKey, Questions> questions = new QuestionRows(clickHouse, asked).read();
        Map<ItemKey, String> severities = cases.severities();
        List<DigestItem> items = new ArrayList<>();
        for (State state : states()) {
            Period period = periods.getOrDefault(state.key(), new Period(0, 0, 0, new Loss(0, 0, 0, 0)));
            boolean isTold = state.isHandled()
                    || period.cases() > 0 && !state.life().state().equals("NOT_A_DEFECT");
            if (isTold && asked.products().has(state.key().sku())) {
                Lines delivered = lines.getOrDefault(state.key().sku(), new Lines(0, 0));
                Rate rate = Rate.of(period.cases(), delivered.now());
                Rate last = Rate.of(period.lastCases(), delivered.last());
                items.add(new DigestItem(
                        state.id(),
                        state.key().sku(),
                        TextRedaction.redact(state.key().attribute()),
                        state.life(),
                        period.buyers(),
                        rate,
                        last,
                        Change.of(last, rate),
                        ofReasons(state, peers),
                        period.loss(),
                        state.firstSeen(),
                        ofReasons(state, incidents),
                        asking.get(state.key()),
                        questions.get(state.key()),
                        state.fix(),
                        severities.get(state.key()),
                        quotes.getOrDefault(state.key(), List.of())));
            }
        }
        return items;
    }

    /** Of the reasons of an item the first that has an entry, by product and reason. */
    private static <T> T ofReasons(State state, Map<String, T> bySkuAndReason) {
        return state.reasons()
                .lines()
                .map(reason -> bySkuAndReason.get(state.key().sku() + "\n" + reason))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<State> states() {
        return clickHouse.query("""
                SELECT sku_id, attribute, id, state, owner, toString(due_day), note, arrayStringConcat(reasons, '\\n'),
                    toUnixTimestamp64Milli(first_seen_at), toString(toUnixTimestamp64Milli(fixed_at)), window_ms,
                    cases_before, exposures_before, cases_after, exposures_after
                FROM deskpulse.defects_at(at = '%s')
                WHERE shop_id = ? AND first_seen_at < ?
                """.formatted(asked.atText()), ItemRows::state, asked.shop(), asked.endsText());
    }

    private static State state(ResultSet row) throws SQLException {
        String state = row.getString(4);
        String due = row.getString(6);
        Instant fixedAt = ClickHouseTime.ofMillis(row.getString(10));
        Fix fix = null;
        if (fixedAt != null) {
            Rate before = Rate.of(row.getLong(12), row.getLong(13));
            Rate after = Rate.of(row.getLong(14), row.getLong(15));
            fix = new Fix(
                    fixedAt,
                    Duration.ofMillis(row.getLong(11)).toDays(),
                    before,
                    after,
                    FixJudgement.of(Duration.ofMillis(row.getLong(11)), before, after));
        }
        boolean isHandled = List.of("ACKNOWLEDGED", "FIXING", "REOPENED").contains(state)
                || (state.equals("FIXED") && FixJudgement.isFollowed(Duration.ofMillis(row.getLong(11))));
        return new State(
                new ItemKey(row.getString(1), row.getString(2)),
                row.getString(3),
                new Life(
                        state,
                        TextRedaction.redactColleague(row.getString(5)),
                        due == null ? null : LocalDate.parse(due),
                        TextRedaction.redact(row.getString(7))),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)),
                isHandled,
                fix);
    }

    private Map<ItemKey, Period> periods() {
        Map<ItemKey, Period> periods = new HashMap<>();
        clickHouse.query(
                """
                SELECT sku_id, attribute, countIf(day >= toDate(?)), uniqExactIf(buyer_id, day >= toDate(?)),
                    countIf(day < toDate(?)), sumIf(refunded_fen, day >= toDate(?)), sumIf(compensated_fen, day >= toDate(?)),
                    sumIf(handling_ms, day >= toDate(?))
                FROM deskpulse.defect_losses
                WHERE shop_id = ? AND day >= toDate(?) AND day < toDate(?)
                GROUP BY sku_id, attribute
                """,
                row -> {
                    ItemKey key = new ItemKey(row.getString(1), row.getString(2));
                    Duration handling = Duration.ofMillis(row.getLong(8));
                    Loss loss = new Loss(row.getLong(6), row.getLong(7), minutes(handling), cost(handling));
                    return periods.put(key, new Period(row.getLong(3), row.getLong(4), row.getLong(5), loss));
                },
                from(),
                from(),
                from(),
                from(),
                from(),
                from(),
                asked.shop(),
                asked.period().before().from().toString(),
                to());
        return periods;
    }

    private static long minutes(Duration handling) {
        return Math.round(handling.toMillis() / 60_000.0);
    }

    private long cost(Duration handling) {
        return Math.round((double) handling.toMillis() / HOUR.toMillis() * asked.costPerHour());
    }

    private Map<String, Lines> lines() {
        Map<String, Lines> lines = new HashMap<>();
        clickHouse.query(
                """
                SELECT sku_id, countIf(day >= toDate(?)), countIf(day < toDate(?))
                FROM deskpulse.signed_lines
                WHERE shop_id = ? AND day >= toDate(?) AND day < toDate(?)
                GROUP BY sku_id
                """,
                row -> lines.put(row.getString(1), new Lines(row.getLong(2), row.getLong(3))),
                from(),
                from(),
                asked.shop(),
                asked.period().before().from().toString(),
                to());
        return lines;
    }

    private Map<String, Peers> peers() {
        Map<String, Peers> peers = new HashMap<>();
        clickHouse.query(
                """
                SELECT value, reason, rate_typical, rate_low, buyers
                FROM deskpulse.hotspot_days
                WHERE shop_id = ? AND dimension = 'SKU' AND day >= toDate(?) - 8 AND day < toDate(?)
                ORDER BY day DESC
                LIMIT 1 BY value, reason
                """,
                row -> peers.put(
                        row.getString(1) + "\n" + row.getString(2),
                        new Peers(
                                row.getString(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getDouble(4) >= BAD && row.getLong(5) >= LEAST_BUYERS)),
                asked.shop(),
                to(),
                to());
        return peers;
    }

    private Map<String, Incident> incidents() {
        Map<String, Incident> incidents = new HashMap<>();
        clickHouse.query(
                """
                SELECT value, reason, id, state
                FROM deskpulse.hotspot_incidents
                WHERE shop_id = ? AND dimension = 'SKU' AND opened_at < ? AND ifNull(ended_at >= ?, true) AND NOT learning
                ORDER BY opened_at
                """,
                row -> incidents.put(
                        row.getString(1) + "\n" + row.getString(2),
                        new Incident(row.getString(3), row.getString(4).equals("OPEN"))),
                asked.shop(),
                asked.endsText(),
                asked.beginsText());
        return incidents;
    }

    private String from() {
        return asked.period().from().toString();
    }

    private String to() {
        return asked.period().to().toString();
    }
}
