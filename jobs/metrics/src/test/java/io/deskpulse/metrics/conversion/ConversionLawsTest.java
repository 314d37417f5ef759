package io.deskpulse.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.Forms;
import io.deskpulse.metrics.timeline.Retention;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Laws that hold for every set of events, tried on seeded random buyers. */
class ConversionLawsTest {
    private static final int BUYERS = 1_500;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Map<String, Function<OrderFacts, String>> MODELS = Map.of(
            "first_guide", OrderFacts::firstGuide,
            "last_guide", OrderFacts::lastGuide,
            "order", OrderFacts::orderAgent,
            "pay", OrderFacts::payAgent,
            "order_first", OrderFacts::orderFirst);

    @Test
    void theAutomatonAgreesWithTheLiteralReadingOfTheDefinitions() {
        for (int seed = 0; seed < BUYERS; seed++) {
            List<BuyerEvent> events = buyer(seed);

            assertThat(ConversionOracle.facts(Story.derive(events)))
                    .as("seed %d", seed)
                    .isEqualTo(ConversionOracle.read(events));
        }
    }

    @Test
    void rowsDoNotDependOnOrderOrDuplicates() {
        for (int seed = 0; seed < BUYERS; seed++) {
            List<BuyerEvent> events = buyer(seed);
            List<BuyerEvent> delivered = new ArrayList<>(events);
            delivered.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(delivered, new Random(seed));

            assertThat(hex(Story.derive(delivered))).as("seed %d", seed).isEqualTo(hex(Story.derive(events)));
        }
    }

    @Test
    void stateAndEventsSurviveBeingWrittenAndReadAfterEveryEvent() throws IOException {
        for (int seed = 0; seed < BUYERS; seed++) {
            List<BuyerEvent> events = buyer(seed);
            ConversionDerivation derivation = Story.derivation(Retention.FOREVER);
            BuyerState state = derivation.start();
            List<BuyerFacts> rows = new ArrayList<>();
            Anchor anchor = BuyerEventForm.INSTANCE.anchor(events.get(0));
            for (BuyerEvent event : events) {
                BuyerEvent again = Forms.reread(BuyerEventForm.INSTANCE, event, event.buyerId(), anchor);
                assertThat(again).isEqualTo(event);
                derivation.advance(state, again, rows::add);
                state = Forms.reread(BuyerStateForm.INSTANCE, state);
            }
            derivation.live(state, rows::add);

            assertThat(hex(rows)).as("seed %d", seed).isEqualTo(hex(Story.derive(events)));
        }
    }

    @Test
    void rowsAnEventDidNotTouchNeedNotBeWrittenAgain() {
        for (int seed = 0; seed < BUYERS; seed++) {
            ConversionDerivation derivation = Story.derivation(Retention.FOREVER);
            BuyerState state = derivation.start();
            TreeMap<String, String> table = new TreeMap<>();
            int read = 0;
            int writes = 0;
            for (BuyerEvent event : buyer(seed)) {
                derivation.advance(state, event, row -> table.put(key(row), content(row)));
                List<BuyerFacts> touched = new ArrayList<>();
                derivation.touched(state, read++, touched::add);
                touched.forEach(row -> table.put(key(row), content(row)));
                writes += touched.size();
            }

            TreeMap<String, String> all = new TreeMap<>();
            Story.derive(buyer(seed)).forEach(row -> all.put(key(row), content(row)));
            assertThat(table).as("seed %d", seed).isEqualTo(all);
            assertThat(writes).isLessThan(4 * buyer(seed).size());
        }
    }

    @Test
    void moreKnowledgeNeverLowersAVersionAndTheSameVersionIsTheSameRow() {
        for (int seed = 0; seed < 2 * BUYERS; seed++) {
            List<BuyerEvent> all = buyer(seed);
            SplittableRandom random = new SplittableRandom(seed);
            int left = 1 + random.nextInt(10);
            List<BuyerEvent> some =
                    all.stream().filter(e -> random.nextInt(10) < left).toList();
            Map<String, BuyerFacts> full = new HashMap<>();
            Story.derive(all).forEach(row -> full.put(key(row), row));

            for (BuyerFacts row : Story.derive(some)) {
                BuyerFacts better = full.get(key(row));
                assertThat(better).as("seed %d: rows are never un-made", seed).isNotNull();
                assertThat(better.version()).as("seed %d, %s", seed, key(row)).isGreaterThanOrEqualTo(row.version());
                if (better.version() == row.version()) {
                    assertThat(content(better))
                            .as("seed %d, %s", seed, key(row))
                            .isEqualTo(content(row));
                }
            }
        }
    }

    @Test
    void forEveryModelAgentsAndSilentMakeTheShopsTotalToTheFen() {
        for (int seed = 0; seed < 200; seed++) {
            List<BuyerEvent> shop = RandomBuyers.shop(seed, 8, 40, DAY);
            Map<String, List<BuyerEvent>> byBuyer = new HashMap<>();
            shop.forEach(e ->
                    byBuyer.computeIfAbsent(e.buyerId(), b -> new ArrayList<>()).add(e));
            Map<Integer, Long> netByDay = new HashMap<>();
            Map<String, Map<Integer, Long>> agents = new HashMap<>();
            Map<String, Map<Integer, Long>> silent = new HashMap<>();
            byBuyer.values().forEach(events -> {
                ConversionOracle.read(events).forEach((name, text) -> addNet(netByDay, name, text));
                for (OrderFacts order : Story.orders(Story.derive(events))) {
                    MODELS.forEach((model, account) -> {
                        if (order.paidAtMillis() != BuyerFacts.NONE) {
                            (account.apply(order) == null ? silent : agents)
                                    .computeIfAbsent(model, m -> new HashMap<>())
                                    .merge(order.paidDay(), order.netFen(), Long::sum);
                        }
                    });
                }
            });

            for (String model : MODELS.keySet()) {
                Map<Integer, Long> sum = new HashMap<>(agents.getOrDefault(model, Map.of()));
                silent.getOrDefault(model, Map.of()).forEach((day, fen) -> sum.merge(day, fen, Long::sum));
                assertThat(sum).as("seed %d, model %s", seed, model).isEqualTo(netByDay);
            }
        }
    }

    @Test
    void anOrderIsForgottenAfterItsOwnSilenceAndWhatComesLaterIsNamedNotGuessed() {
        Story story = new Story()
                .creates("10:00:00", "o1")
                .pays("10:01:00", "o1", 100)
                .closes("10:02:00", "o1", "DONE")
                .on("2026-12-10")
                .asks("10:00:00")
                .on("2026-12-17")
                .asks("10:00:00")
                .refunds("10:01:00", "o1", "r1", 50);

        List<BuyerFacts> rows = Story.derivation(Retention.BUYERS).derive(story.events(), Retention.BUYERS);

        assertThat(Story.orders(rows))
                .singleElement()
                .satisfies(order -> assertThat(order.netFen()).isEqualTo(100));
        assertThat(Story.days(rows).get(1).orphans()).hasSize(1);
        assertThat(story.order("o1").netFen()).as("kept for ever").isEqualTo(50);
    }

    @Test
    void forgettingByKeyAndByOrderIsTheSame() {
        Retention byOrderOnly = Retention.of(Duration.ofDays(4_000), Duration.ofDays(4_000));
        for (int seed = 0; seed < BUYERS; seed++) {
            List<BuyerEvent> events = RandomBuyers.events(seed, "b1", 12, 90 * DAY);
            ConversionDerivation derivation = Story.derivation(Retention.BUYERS);

            assertThat(facts(derivation.derive(events, Retention.BUYERS)))
                    .as("seed %d", seed)
                    .isEqualTo(facts(derivation.derive(events, byOrderOnly)));
        }
    }

    private static TreeMap<String, String> facts(List<BuyerFacts> rows) {
        return ConversionOracle.facts(rows);
    }

    private static void addNet(Map<Integer, Long> netByDay, String name, String text) {
        String[] values = text.split(" ");
        if (name.startsWith("order ") && !values[1].equals("-")) {
            int day = (int)
                    Instant.parse(values[1]).atZone(Story.ZONE).toLocalDate().toEpochDay();
            netByDay.merge(day, Long.parseLong(values[2]) - Long.parseLong(values[3]), Long::sum);
        }
    }

    private static List<BuyerEvent> buyer(int seed) {
        return RandomBuyers.events(seed, "b1", 1 + seed % 60, seed % 3 == 0 ? DAY / 24 : seed % 3 * 4 * DAY);
    }

    private static String key(BuyerFacts row) {
        if (row instanceof OrderFacts order) {
            return "order " + order.orderId();
        }
        return row instanceof TroubleFacts trouble
                ? "trouble " + trouble.orderId() + " " + trouble.troubleId()
                : "day " + ((BuyerDayFacts) row).epochDay();
    }

    /** All that a table shows of a row. */
    private static String content(BuyerFacts row) {
        String facts = ConversionOracle.facts(List.of(row)).toString();
        if (row instanceof OrderFacts order) {
            return facts + order.isPresale() + order.closeReason() + order.remindedBy() + order.anomalies();
        }
        return row instanceof BuyerDayFacts day ? facts + day.orphans() + day.repliesWithoutAccount() : facts;
    }

    private static String hex(BuyerFacts row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BuyerFactsCodec.write(row, new DataOutputStream(bytes));
            BuyerFacts again = BuyerFactsCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            ByteArrayOutputStream twice = new ByteArrayOutputStream();
            BuyerFactsCodec.write(again, new DataOutputStream(twice));
            assertThat(twice.toByteArray()).isEqualTo(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static List<String> hex(List<BuyerFacts> rows) {
        TreeMap<String, String> byKey = new TreeMap<>();
        rows.forEach(
                row -> assertThat(byKey.put(key(row), hex(row))).as(key(row)).isNull());
        return new ArrayList<>(byKey.values());
    }
}
