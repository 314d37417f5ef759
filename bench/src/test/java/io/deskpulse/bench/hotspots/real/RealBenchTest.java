package io.deskpulse.bench.hotspots.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.bench.hotspots.real.RealShop.Cell;
import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.reasons.ReasonMapper;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bench of real events, on a file with a known defect and on the orders of a real marketplace. */
class RealBenchTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");
    private static final long DAY = 86_400;
    private static final Path ORDERS = sharedData().resolve("events").resolve("orders-olist.jsonl.gz");

    @TempDir
    private Path directory;

    private final List<String> lines = new ArrayList<>();
    private int orders;

    @ParameterizedTest
    @CsvSource({
        "Ainda não recebi o produto, not_received",
        "nao chegou ate hoje, not_received",
        "a entrega demorou demais, late",
        "Chegou tudo quebrado, broken",
        "Mandaram a cor errada, wrong_item",
        "não é igual à foto, not_as_described",
        "O aparelho não liga, not_working",
        "produto de péssima qualidade, defective",
        "quero meu dinheiro de volta, refund_delayed",
        "não veio quebrado, ''",
        "'chegou no prazo, mas quebrado', broken",
        "gostei muito, ''"
    })
    void wordsOfAnotherLanguageExtendTheBundledOnes(String text, String reason) {
        assertThat(new ReasonMapper(RealBench.taxonomy()).map(null, text).code())
                .isEqualTo(reason);
    }

    @Test
    void placesOfBundledReasonsStayAndNoWordIsOfNoUse() {
        List<String> bundled = ReasonTaxonomy.bundled().codes();

        assertThat(RealBench.taxonomy().codes()).isEqualTo(bundled);
        assertThat(new ReasonMapper(RealBench.taxonomy()).remarks())
                .isEqualTo(new ReasonMapper(ReasonTaxonomy.bundled()).remarks());
    }

    @Test
    void aDefectOfAFileRingsUnderItsProduct() throws IOException {
        for (int day = 0; day < 80; day++) {
            for (int i = 0; i < 10; i++) {
                order(day, "k" + i, day % 4 == 0 && i == day / 4 % 10 ? "veio quebrado" : null);
            }
        }
        for (int i = 0; i < 8; i++) {
            order(80, "k3", "zxqv");
        }
        order(81, "k1", null);
        Path file = Files.write(directory.resolve("orders.jsonl"), lines);
        ReasonTaxonomy taxonomy = RealBench.taxonomy();
        FileEvents events = FileEvents.read(List.of(file), taxonomy, Progress.silent());
        ToldShops told = ToldShops.of(events, taxonomy);
        RealShop shop = RealShop.run("s", told.signals.get("s"), RealBench.detection("Asia/Shanghai", taxonomy));

        assertThat(events.events).isEqualTo(Map.of(EventStream.ORDERS, 3 * 809 + 28));
        assertThat(events.claims.get("review broken")).containsExactly(0, 20);
        assertThat(events.claims.get("review low_rating")).containsExactly(28, 8);
        assertThat(shop.complaints).isEqualTo(Map.of("broken", 20, "low_rating", 8));
        assertThat(shop.exposures.get("SIGNED SKU")).containsExactly(809, 10);
        assertThat(shop.alarms.values())
                .extracting(AlarmRow::headDimension, AlarmRow::headValue, AlarmRow::reason)
                .contains(tuple(Dimension.SKU, "k3", "low_rating"));
        assertThat(shop.looks.get(Dimension.SKU).withBuyers)
                .containsExactly(new Cell("low_rating", Dimension.SKU, "k3"));
        assertThat(events.parcels.all("s").late).isEqualTo(80);
    }

    @Test
    void whatIsWrongWithAFileIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.jsonl"), "{}\n");
        RealBench bench = new RealBench(Progress.silent());

        assertThatThrownBy(() -> bench.run(List.of(file), "Asia/Shanghai", false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("bad.jsonl");
        assertThatThrownBy(() -> bench.run(List.of(file), "Nowhere", true))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Nowhere");
    }

    /** Counted independently: 435 reviews of one or two stars; of 19,360 parcels signed 1,509 after they were due. */
    @Test
    void lateParcelsOfRealOrdersHaveBadReviews() {
        assumeTrue(
                Files.isRegularFile(ORDERS),
                () -> ORDERS + " is absent; set DESKPULSE_SHARED_DATA to where events/ lies");

        ReasonTaxonomy taxonomy = RealBench.taxonomy();
        FileEvents events = FileEvents.read(List.of(ORDERS), taxonomy, Progress.silent());
        LateParcels.Share all = events.parcels.all("olist");

        int[] reviews = new int[2];
        events.claims.forEach((reason, counts) -> {
            for (int words = 0; words < 2 && reason.startsWith("review "); words++) {
                reviews[words] += counts[words];
            }
        });
        assertThat(reviews).containsExactly(435, 435);
        assertThat(events.claims).doesNotContainKey("review unmapped");
        assertThat(events.claims.get("review low_rating")).containsExactly(433, 229);
        assertThat(all.parcels).isEqualTo(19_360);
        assertThat(all.late).isEqualTo(1_509);
        assertThat(all.badLate()).isCloseTo(.545, within(.0005));
        assertThat(all.badInTime()).isCloseTo(.097, within(.0005));
    }

    /** Signed two days later, a day after it was due in every tenth order; with a bad review when there are words. */
    private void order(int day, String sku, String words) {
        String id = "o" + orders++;
        long at = day * DAY + orders % 600 * 60;
        boolean late = orders % 10 == 0;
        event("OrderCreated", id, at, """
                "lines":[{"sku_id":"%s","quantity":1,"unit_price_fen":100}],"region":"R","presale":false""".formatted(sku));
        event("ParcelShipped", id, at + DAY, """
                "parcel_id":"p-%s","carrier":"C","due_at":"%s\"""".formatted(id, time(at + (late ? DAY : 3 * DAY))));
        event("ParcelTraced", id, at + 2 * DAY, "\"parcel_id\":\"p-" + id + "\",\"action\":\"SIGNED\"");
        if (words != null) {
            event("OrderReviewed", id, at + 2 * DAY + 600, """
                    "sku_id":"%s","stars":1,"text":"%s\"""".formatted(sku, words));
        }
    }

    private void event(String type, String order, long second, String body) {
        lines.add("""
                {"stream":"orders","type":"%s","event_id":"%s-%s","event_time":"%s","shop_id":"s","order_id":"%s","buyer_id":"b-%s",%s}""".formatted(type, order, type, time(second), order, order, body));
    }

    private static Instant time(long second) {
        return BEGIN.plusSeconds(second);
    }

    private static Path sharedData() {
        String configured = System.getProperty("deskpulse.shared-data", System.getenv("DESKPULSE_SHARED_DATA"));
        return configured == null ? Path.of("..", "..", "shared", "data") : Path.of(configured);
    }
}
