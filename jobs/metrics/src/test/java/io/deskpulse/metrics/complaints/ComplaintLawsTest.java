package io.deskpulse.metrics.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of the complaints of any set of events. */
class ComplaintLawsTest {
    private static final int SEEDS = 3_000;
    private static final long HOUR = 3_600_000;

    private final ComplaintDerivation derivation =
            new ComplaintDerivation(ShopZones.of(ShopZones.DEFAULT_ZONE, Map.of()));

    @Test
    void theyAreThoseOfASecondReadingWhateverOrderTheEventsCameIn() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<ComplaintEvent> events = RandomOrders.events(seed, 1, 1 + seed % 20, HOUR);
            List<ComplaintEvent> arrival = new ArrayList<>(events);
            arrival.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(arrival, new Random(seed));

            List<OrderComplaints.Row> rows = derivation.derive(arrival, Retention.FOREVER);

            assertThat(rows.get(0).isOfProducts()).isFalse();
            assertThat(rows.get(0).order().complaints().stream().map(ComplaintLawsTest::told))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(ComplaintOracle.complaints(events));
        }
    }

    @Test
    void aLineIsDeliveredOnceWithTheFirstParcelThatBringsIt() {
        List<ComplaintEvent> events = new Orders()
                .created("01:00:00", null, "k1", "k2", "k3")
                .shipped("02:00:00", "p1", "SF", "k1")
                .shipped("02:00:00", "p2", "SF", "k1", "k2")
                .signed("20:00:00", "p2")
                .signed("09:00:00", "p1")
                .defect("21:00:00", "t1", "k2", "workmanship", "MAJOR")
                .events();

        OrderComplaints.Row row = derivation.derive(events, Retention.FOREVER).get(0);

        assertThat(row.isOfProducts()).isTrue();
        assertThat(row.order().signedLines())
                .extracting(line -> line.skuId() + " " + line.signedMillis() + " " + line.signedDay())
                .containsExactly(
                        "k1 " + Orders.millis("09:00:00") + " 20777", "k2 " + Orders.millis("20:00:00") + " 20778");
        assertThat(row.order().defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.skuId() + " " + defect.attribute() + " " + defect.severity()
                                + " " + defect.epochDay())
                        .isEqualTo("k2 workmanship MAJOR 20778"));
    }

    @Test
    void aStateAndAnEventAreReadAsTheyWereWritten() throws IOException {
        for (int seed = 0; seed < SEEDS / 10; seed++) {
            List<ComplaintEvent> events = RandomOrders.events(seed, 1, 1 + seed % 20, HOUR);
            OrderComplaints order = derivation.replay(events.iterator(), Retention.FOREVER, row -> {});
            byte[] bytes = bytes(order);
            FormReader in = new FormReader(ComplaintStateForm.INSTANCE.id());

            assertThat(bytes(ComplaintStateForm.INSTANCE.read(in.begin(bytes))))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
            for (ComplaintEvent event : events) {
                assertThat(again(event)).isEqualTo(event);
            }
        }
    }

    private static ComplaintEvent again(ComplaintEvent event) throws IOException {
        ComplaintEventForm form = ComplaintEventForm.INSTANCE;
        Anchor anchor = Anchor.of(Orders.millis("08:00:00"), "buyer-of-o:o0");
        FormWriter out = new FormWriter().begin(form.id());
        form.write(event, anchor, out);
        return form.read(event.shopId(), event.about(), anchor, new FormReader(form.id()).begin(out.toBytes()));
    }

    private static byte[] bytes(OrderComplaints order) {
        FormWriter out = new FormWriter().begin(ComplaintStateForm.INSTANCE.id());
        ComplaintStateForm.INSTANCE.write(order, out);
        return out.toBytes();
    }

    private static String told(ComplaintFacts complaint) {
        List<String> key = new ArrayList<>();
        key.add(complaint.reason());
        key.add(complaint.skuId());
        return String.join(
                " ",
                key.toString(),
                Long.toString(complaint.atMillis()),
                complaint.eventId(),
                Objects.toString(complaint.carrier()),
                instant(complaint.shippedMillis()),
                instant(complaint.signedMillis()),
                Integer.toString(complaint.events()),
                instant(complaint.takenBackMillis()),
                Objects.toString(complaint.account()));
    }

    private static String instant(long millis) {
        return millis == OrderComplaints.NONE ? "null" : Long.toString(millis);
    }
}
