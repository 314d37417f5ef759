package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.schemas.wire.EventEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class DemoEventsTest {

    private static final DemoOptions SMALL =
            DemoOptions.of(3, DemoDays.START.plus(Duration.ofHours(19))).withScale(0.3);

    @Test
    void equalOptionsGiveEqualEvents() {
        Duration length = Duration.ofHours(6);

        assertThat(DemoDays.play(SMALL, length)).isEqualTo(DemoDays.play(SMALL, length));
    }

    @Test
    void anotherSeedGivesOtherEvents() {
        DemoOptions other = DemoOptions.of(4, SMALL.start()).withScale(SMALL.scale());
        Duration length = Duration.ofMinutes(10);

        assertThat(DemoDays.play(other, length)).isNotEqualTo(DemoDays.play(SMALL, length));
    }

    @Test
    void eventsComeInTheOrderOfTheirTimeFromTheStartOn() {
        Instant last = DemoDays.START;
        for (SpecificRecord event : DemoDays.events()) {
            assertThat(EventStream.eventTime(event)).isAfterOrEqualTo(last);
            last = EventStream.eventTime(event);
        }
    }

    @Test
    void theNextEventIsDueAtItsTime() {
        DemoEvents demo = new DemoEvents(SMALL);
        for (int i = 0; i < 1_000; i++) {
            Instant due = demo.nextDueAt();

            assertThat(EventStream.eventTime(demo.next())).isEqualTo(due);
        }
    }

    @Test
    void twoDaysHoldEveryBodyOfEveryStream() {
        Set<String> told = new HashSet<>();
        for (SpecificRecord event : DemoDays.events()) {
            told.add(EventStream.of(event).body(event).getSchema().getName());
        }
        for (EventStream stream : EventStream.values()) {
            assertThat(told)
                    .as(stream.topic())
                    .containsAll(stream.bodies().stream().map(Schema::getName).toList());
        }
    }

    @Test
    void everyEventIsValidAndSurvivesTheWire() throws RejectedEventException {
        EventEncoder encoder = new EventEncoder();
        EventDecoder decoder = new EventDecoder();
        for (SpecificRecord event : DemoDays.events()) {
            assertThat(EventValidity.check(event)).as("%s", event).isNull();
            SpecificRecord read = decoder.decode(EventStream.of(event), encoder.encode(event));
            assertThat(read.equals(event)).as("%s", event).isTrue();
        }
    }

    @Test
    void eventIdsAreUniqueWithinAShopEvenAcrossRunsWithAnotherStart() {
        List<SpecificRecord> laterRun =
                DemoDays.play(DemoOptions.of(11, DemoDays.START.plusSeconds(1)), Duration.ofHours(1));
        Set<String> ids = new HashSet<>();
        DemoDays.events().forEach(event -> assertThat(ids.add(id(event))).isTrue());
        laterRun.forEach(event -> assertThat(ids.add(id(event))).isTrue());
    }

    @Test
    void memoryDoesNotGrowFromDayToDay() {
        DemoEvents demo = new DemoEvents(DemoOptions.of(5, DemoDays.START).withScale(0.5));
        int[] mostByDay = new int[4];
        for (Instant due = demo.nextDueAt(); due.isBefore(DemoDays.START.plus(Duration.ofDays(4))); ) {
            int day = (int) Duration.between(DemoDays.START, due).toDays();
            mostByDay[day] = Math.max(mostByDay[day], demo.pendingCount());
            demo.next();
            due = demo.nextDueAt();
        }

        assertThat(mostByDay[3]).isLessThan(mostByDay[1] * 13 / 10).isLessThan(10_000);
    }

    @Test
    void imperfectionChangesTheWayOfTheEventsButNotTheEvents() {
        Duration length = Duration.ofHours(3);
        List<SpecificRecord> perfect = DemoDays.play(SMALL, length);
        List<SpecificRecord> imperfect =
                DemoDays.play(SMALL.withImperfection(new Imperfection(0.05, 0.1)), length.plusMinutes(2));
        Set<String> ids = new TreeSet<>();
        int outOfOrder = 0;
        long last = 0;
        for (SpecificRecord event : imperfect) {
            ids.add(id(event));
            outOfOrder += EventStream.eventTimeMillis(event) < last ? 1 : 0;
            last = EventStream.eventTimeMillis(event);
        }

        assertThat(ids).containsAll(perfect.stream().map(DemoEventsTest::id).toList());
        assertThat((imperfect.size() - ids.size()) / (double) ids.size()).isBetween(0.03, 0.07);
        assertThat(outOfOrder / (double) imperfect.size()).isBetween(0.05, 0.2);
    }

    private static String id(SpecificRecord event) {
        return EventStream.shopId(event) + '/' + EventStream.eventId(event);
    }
}
