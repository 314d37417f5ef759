package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.OrderReading;
import io.deskpulse.streaming.facts.ShopKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The orders of a real marketplace, too big for the repository; its totals were counted independently. */
class RealOrdersTest {
    private static final Path FILE = sharedData().resolve("events").resolve("orders-olist.jsonl.gz");

    @Test
    void everyOrderIsThereToTheFenAndSilentSinceNobodyChatted() {
        assumeTrue(
                Files.isRegularFile(FILE), () -> FILE + " is absent; set DESKPULSE_SHARED_DATA to where events/ lies");

        List<BuyerFacts> rows = new ArrayList<>();
        BuyerFamily family = BuyerRows.family(Retention.FOREVER);
        Map<String, List<BuyerEvent>> byBuyer = events().stream()
                .filter(event -> event.kind().isRelevant())
                .collect(Collectors.groupingBy(event -> ShopKey.of(event.shopId(), event.buyerId())));
        byBuyer.values().forEach(events -> rows.addAll(family.derivation().derive(events, Retention.FOREVER)));
        List<OrderFacts> orders = rows.stream()
                .filter(OrderFacts.class::isInstance)
                .map(OrderFacts.class::cast)
                .toList();

        assertThat(orders).hasSize(19_674);
        assertThat(orders.stream().filter(o -> o.paidAtMillis() != BuyerFacts.NONE))
                .hasSize(19_646);
        assertThat(orders.stream().mapToLong(OrderFacts::netFen).sum()).isEqualTo(313_478_896);
        assertThat(orders).allMatch(o -> o.firstGuide() == null && o.lastGuide() == null && o.orderFirst() == null);
        Map<String, Integer> anomalies = new TreeMap<>();
        orders.forEach(o -> o.anomalies().forEach(anomaly -> anomalies.merge(anomaly.name(), 1, Integer::sum)));
        assertThat(anomalies).as("what the data deserves").isEqualTo(Map.of());
    }

    private static List<BuyerEvent> events() {
        JsonLinesReader lines = new JsonLinesReader();
        EventEncoder encoder = new EventEncoder();
        EventReader<OrderReading> reader = EventReader.orders("a key for the tests");
        List<BuyerEvent> events = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                ParsedLine parsed = lines.read(1, line);
                events.add(BuyerEvents.of(reader.read(encoder.encode(((ParsedLine.Event) parsed).event()))));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RejectedEventException e) {
            throw new AssertionError(e);
        }
    }

    private static Path sharedData() {
        String configured = System.getProperty("deskpulse.shared-data", System.getenv("DESKPULSE_SHARED_DATA"));
        return configured == null ? Path.of("..", "..", "..", "shared", "data") : Path.of(configured);
    }
}
