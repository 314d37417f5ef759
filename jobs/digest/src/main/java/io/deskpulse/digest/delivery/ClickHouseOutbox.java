package io.deskpulse.digest.delivery;

import io.deskpulse.digest.content.Cadence;
import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestJson;
import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.digest.delivery.DeliveryState.Word;
import io.deskpulse.digest.subscriptions.Subscription;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The outbox in ClickHouse: an insert is there when it returns, as no server of ours buffers them. */
public final class ClickHouseOutbox implements Outbox {
    private static final String NOW_NOT_LATER = " SETTINGS async_insert = 0 VALUES ";

    private final ClickHouseSql clickHouse;

    /** The outbox of a server. */
    public ClickHouseOutbox(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    @Override
    public Optional<Digest> latest(String shop, String issueId) {
        return clickHouse
                .query(
                        "SELECT figures FROM deskpulse.digest_issues FINAL WHERE shop_id = ? AND issue_id = ?"
                                + " ORDER BY version DESC LIMIT 1",
                        row -> DigestJson.read(row.getString(1)),
                        shop,
                        issueId)
                .stream()
                .findFirst();
    }

    @Override
    public void keep(String issueId, Digest digest) {
        clickHouse.update(
                "INSERT INTO deskpulse.digest_issues (shop_id, issue_id, version, period, from_day, to_day, products, made_at,"
                        + " figures)" + NOW_NOT_LATER + "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                digest.shop().id(),
                issueId,
                digest.version(),
                digest.period().cadence().name(),
                digest.period().from().toString(),
                digest.period().to().toString(),
                digest.products(),
                ClickHouseTime.text(digest.madeAt()),
                DigestJson.compact(digest));
    }

    @Override
    public Map<String, DeliveryState> states(String shop, Collection<String> deliveryIds) {
        Map<String, DeliveryState> states = new HashMap<>();
        if (deliveryIds.isEmpty()) {
            return states;
        }
        Object[] parameters = new Object[deliveryIds.size() + 1];
        parameters[0] = shop;
        int at = 1;
        for (String id : deliveryIds) {
            parameters[at++] = id;
        }
        clickHouse.query(
                "SELECT delivery_id, state, attempts, toString(toUnixTimestamp64Milli(retry_at))"
                        + " FROM deskpulse.digest_deliveries WHERE shop_id = ? AND delivery_id IN ("
                        + deliveryIds.stream().map(id -> "?").collect(Collectors.joining(", ")) + ")",
                row -> states.put(
                        row.getString(1),
                        new DeliveryState(
                                Word.valueOf(row.getString(2)),
                                row.getInt(3),
                                ClickHouseTime.ofMillis(row.getString(4)))),
                parameters);
        return states;
    }

    @Override
    public List<DigestPeriod> periods(Subscription subscription, DigestPeriod since) {
        return clickHouse.query(
                "SELECT DISTINCT period, toString(from_day) AS day FROM deskpulse.digest_deliveries WHERE shop_id = ?"
                        + " AND subscription = ? AND period = ? AND from_day >= toDate(?) ORDER BY day",
                row -> new DigestPeriod(Cadence.valueOf(row.getString(1)), LocalDate.parse(row.getString(2))),
                subscription.shop(),
                subscription.name(),
                since.cadence().name(),
                since.from().toString());
    }

    @Override
    public Set<String> receivers(Subscription subscription, DigestPeriod since, DigestPeriod until) {
        return new HashSet<>(clickHouse.query(
                "SELECT DISTINCT receiver FROM deskpulse.digest_deliveries WHERE shop_id = ? AND subscription = ? AND period = ?"
                        + " AND from_day BETWEEN toDate(?) AND toDate(?)",
                row -> row.getString(1),
                subscription.shop(),
                subscription.name(),
                since.cadence().name(),
                since.from().toString(),
                until.from().toString()));
    }

    @Override
    public void note(Delivery delivery, DeliveryState state, Instant at, String detail) {
        boolean isEnd = state.word() != Word.SENDING;
        clickHouse.update(
                "INSERT INTO deskpulse.digest_delivery_steps (shop_id, delivery_id, attempt, step, state, at, retry_at, detail,"
                        + " subscription, channel, receiver, issue_id, version, period, from_day, language)"
                        + NOW_NOT_LATER + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                delivery.subscription().shop(),
                delivery.id(),
                state.attempts(),
                isEnd ? 2 : 1,
                state.word().name(),
                ClickHouseTime.text(at),
                state.retryAt() == null ? null : ClickHouseTime.text(state.retryAt()),
                detail,
                delivery.subscription().name(),
                delivery.channel(),
                delivery.receiver(),
                delivery.issueId(),
                delivery.digest().version(),
                delivery.digest().period().cadence().name(),
                delivery.digest().period().from().toString(),
                delivery.subscription().language());
    }
}
