package io.deskpulse.metrics.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.conversion.BuyerEventForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which delivery of an event is kept. */
class DeliveriesTest {
    private static final BuyerEventForm FORM = BuyerEventForm.INSTANCE;

    @Test
    void theEarliestStampIsKeptWhateverItSays() {
        BuyerEvent early = paid("p1", 10, "o1", 9_900);
        BuyerEvent late = paid("p1", 30, "o1", 100);

        Deliveries<BuyerEvent> deliveries = Deliveries.of(List.of(late, early, late), FORM);

        assertThat(deliveries.kept()).containsExactly(early);
        assertThat(deliveries.superseded()).containsExactly(late);
        deliveries.forEachSuperseded((superseded, kept) -> assertThat(kept).isEqualTo(early));
    }

    @Test
    void ofOneStampTheSmallerBytesAreKept() {
        BuyerEvent one = paid("p1", 10, "o1", 9_900);
        BuyerEvent other = paid("p1", 10, "o1", 9_800);

        assertThat(Deliveries.of(List.of(one, other), FORM).kept())
                .isEqualTo(Deliveries.of(List.of(other, one), FORM).kept())
                .as("19,600 in Avro's seven bits a byte is 90 99 01, 19,800 is d8 9a 01")
                .containsExactly(other);
    }

    @Test
    void anIdInAnotherStreamOrAboutAnotherSubjectIsAnotherEvent() {
        BuyerEvent payment = paid("501", 10, "o1", 5_900);
        BuyerEvent ofAnotherOrder = paid("501", 10, "o2", 5_900);
        BuyerEvent message = event("501", 10, Kind.BUYER_SPOKE, "talk-9", 0);
        BuyerEvent messageInO1 = event("501", 10, Kind.BUYER_SPOKE, "o1", 0);

        Deliveries<BuyerEvent> deliveries = Deliveries.of(List.of(payment, ofAnotherOrder, message, messageInO1), FORM);

        assertThat(deliveries.kept()).containsExactly(messageInO1, message, payment, ofAnotherOrder);
        assertThat(deliveries.superseded()).isEmpty();
        assertThat(deliveries.kept().stream().map(TimelineEvent::identityHash)).doesNotHaveDuplicates();
    }

    @Test
    void addedOneByOneOrAllAtOnceTheyAreTheSameInAnyOrder() {
        for (int seed = 0; seed < 2_000; seed++) {
            List<BuyerEvent> all = random(seed);
            Deliveries<BuyerEvent> atOnce = Deliveries.of(all, FORM);
            Collections.shuffle(all, new Random(seed));
            Deliveries<BuyerEvent> oneByOne = Deliveries.ofDistinct(new ArrayList<>(), FORM);
            for (BuyerEvent delivery : all) {
                if (!oneByOne.contains(delivery)) {
                    assertThat(oneByOne.add(delivery)).isEqualTo(oneByOne.kept().contains(delivery));
                }
                assertThat(oneByOne.contains(delivery)).isTrue();
            }

            assertThat(oneByOne.kept()).as("seed %d", seed).isEqualTo(atOnce.kept());
            assertThat(oneByOne.superseded()).as("seed %d", seed).isEqualTo(atOnce.superseded());
            assertThat(oneByOne.size()).isEqualTo((int) all.stream().distinct().count());
            assertThat(Deliveries.of(oneByOne.all(), FORM).all()).isEqualTo(oneByOne.all());
        }
    }

    @Test
    void theKeptAreTheSmallestOfEachEvent() {
        for (int seed = 0; seed < 2_000; seed++) {
            List<BuyerEvent> all = random(seed);
            Map<String, BuyerEvent> smallest = new LinkedHashMap<>();
            for (BuyerEvent delivery : all) {
                smallest.merge(
                        delivery.stream() + " " + delivery.subject() + " " + delivery.eventId(),
                        delivery,
                        (one, other) -> text(one).compareTo(text(other)) <= 0 ? one : other);
            }

            assertThat(Deliveries.of(all, FORM).kept())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(smallest.values())
                    .isSortedAccordingTo(TimelineEvent.ORDER);
        }
    }

    /** Few ids, stamps, subjects and amounts, so that everything meets. */
    private static List<BuyerEvent> random(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BuyerEvent> all = new ArrayList<>();
        for (int i = 0; i < seed % 40; i++) {
            Kind kind = random.nextBoolean() ? Kind.ORDER_PAID : Kind.BUYER_SPOKE;
            all.add(event(
                    "e" + random.nextInt(5),
                    random.nextInt(4),
                    kind,
                    "s" + random.nextInt(2),
                    kind == Kind.ORDER_PAID ? random.nextInt(3) * 100L : 0));
        }
        return all;
    }

    private static String text(BuyerEvent delivery) {
        FormWriter out = FormWriter.forComparison().begin(FORM.id());
        FORM.write(delivery, Anchor.NONE, out);
        return "%020d".formatted(delivery.timeMillis()) + HexFormat.of().formatHex(out.toBytes());
    }

    private static BuyerEvent paid(String id, long millis, String order, long fen) {
        return event(id, millis, Kind.ORDER_PAID, order, fen);
    }

    private static BuyerEvent event(String id, long millis, Kind kind, String subject, long fen) {
        return new BuyerEvent("s1", "b1", id, millis, kind, subject, null, null, null, fen, List.of());
    }
}
