package io.deskpulse.imports.suspicions;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.report.Tally;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What looks wrong is told, and what only nearly does is not. */
class SuspicionsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final String MESSAGE = """
            {"stream":"chat","type":"MessageSent","event_id":"e%s","event_time":"%s","shop_id":"s1","conversation_id":"c1",\
            "buyer_id":"b1","channel":"CHAT","sender":"%s"%s,"text":"x"}""";
    private static final String ORDER = """
            {"stream":"orders","type":"%s","event_id":"e%s","event_time":"%s","shop_id":"s1","order_id":"o1","buyer_id":"b1"%s}""";

    private final Tally told = new Tally();
    private final List<ParsedLine.Event> events = new ArrayList<>();
    private Suspicions suspicions = new Suspicions(told, NOW, ZoneId.of("Europe/Berlin"), null);

    @Test
    void refundsAboveThePaymentAndEqualOnesAtOnce() {
        paid("10:00:00", 1_000);
        refunded("11:00:00", 600);
        refunded("11:00:04", 600);

        assertThat(told()).isEqualTo(Map.of("refunds above the payment", 1L, "two equal refunds within 5 s", 1L));
    }

    @Test
    void refundsOfThePaymentAndEqualOnesLaterAreUsual() {
        paid("10:00:00", 1_200);
        refunded("11:00:00", 600);
        refunded("11:00:06", 600);

        assertThat(told()).isEmpty();
    }

    @Test
    void paidOrdersWithoutCreation() {
        order("OrderPaid", "10:00:00", ",\"amount_fen\":5");

        assertThat(told()).isEqualTo(Map.of("paid orders without creation", 1L));
    }

    @Test
    void repliesWithinASecondAreARobots() {
        for (int i = 0; i < 19; i++) {
            message("09:%02d:00".formatted(i), "BUYER");
            message("09:%02d:20".formatted(i), "AGENT");
        }
        message("10:00:00", "BUYER");
        message("10:00:01", "AGENT");
        assertThat(told()).as("one of twenty").isEmpty();

        suspicions = new Suspicions(told, NOW, ZoneId.of("Europe/Berlin"), null);
        message("10:30:00", "BUYER");
        message("10:30:01", "AGENT");
        assertThat(told()).isEqualTo(Map.of("replies of agents within a second (is a robot among the people?)", 2L));
    }

    @Test
    void repliesAtNightAreOfAnotherZone() {
        for (int i = 0; i < 4; i++) {
            message("09:0" + i + ":00", "AGENT");
        }
        message("22:30:00", "AGENT");
        assertThat(told()).as("one of five, 23:30 in Berlin").isEmpty();

        suspicions = new Suspicions(told, NOW, ZoneId.of("Europe/Berlin"), null);
        message("22:40:00", "AGENT");
        assertThat(told()).isEqualTo(Map.of("replies outside the opening hours (is the zone right?)", 2L));
    }

    @Test
    void timesOfTheFuture() {
        add(MESSAGE.formatted(1, "2026-12-01T00:00:00Z", "BUYER", ""));
        add(MESSAGE.formatted(2, "2026-12-01T00:00:00.001Z", "BUYER", ""));

        assertThat(told()).isEqualTo(Map.of("events in the future", 1L));
    }

    @Test
    void peopleWhoAreSeveralOrBoth() {
        message("09:00:00", "BUYER");
        suspicions.look(events, Set.of("kim@example.com", "li@example.com"), Set.of());
        suspicions.finish(1);

        assertThat(told.counts())
                .isEqualTo(Map.of(
                        "an order, ticket or conversation of two buyers", 1L, "an account that is also a buyer", 1L));
    }

    @Test
    void currenciesThatMostOrdersHaveNot() {
        order("OrderCreated", "10:00:00", ",\"lines\":[],\"presale\":false");
        suspicions.look(events, Set.of(), Set.of("EUR"));
        suspicions.look(events, Set.of(), Set.of("EUR"));
        suspicions.look(events, Set.of(), Set.of("USD"));
        suspicions.finish(0);

        assertThat(told.counts()).isEqualTo(Map.of("orders in USD, which is not the shop's currency (EUR)", 1L));
    }

    @Test
    void currenciesThatTheShopSaysItHasNot() {
        suspicions = new Suspicions(told, NOW, null, "CNY");
        order("OrderCreated", "10:00:00", ",\"lines\":[],\"presale\":false");
        suspicions.look(events, Set.of(), Set.of("EUR"));
        suspicions.finish(0);

        assertThat(told.counts()).isEqualTo(Map.of("orders in EUR, which is not the shop's currency (CNY)", 1L));
    }

    private Map<String, Long> told() {
        suspicions.look(events, Set.of(), Set.of());
        suspicions.finish(0);
        return told.counts();
    }

    private void paid(String time, long amount) {
        order("OrderCreated", time, ",\"lines\":[],\"presale\":false");
        order("OrderPaid", time, ",\"amount_fen\":" + amount);
    }

    private void refunded(String time, long amount) {
        order("RefundSucceeded", time, ",\"refund_id\":\"r" + events.size() + "\",\"amount_fen\":" + amount);
    }

    private void order(String type, String time, String fields) {
        add(ORDER.formatted(type, events.size(), "2026-11-11T" + time + "Z", fields));
    }

    private void message(String time, String sender) {
        String agent = sender.equals("AGENT") ? ",\"agent_id\":\"a1\"" : "";
        add(MESSAGE.formatted(events.size(), "2026-11-11T" + time + "Z", sender, agent));
    }

    private void add(String line) {
        events.add((ParsedLine.Event) new JsonLinesReader().read(1, line));
    }
}
