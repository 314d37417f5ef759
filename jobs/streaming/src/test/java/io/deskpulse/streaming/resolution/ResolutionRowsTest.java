package io.deskpulse.streaming.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.RandomCallPromises;
import io.deskpulse.metrics.resolution.RandomTickets;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.TimelineHarness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline shell with tickets, calls and promises in it: every arrival gives the rows of the batch. */
class ResolutionRowsTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final Retention RETENTION = Retention.TICKETS;

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void ticketsInAnyOrderWithDuplicatesAndRestartsGiveTheRowsOfTheBatch(String backend) throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            List<TicketTimelineEvent> events = RandomTickets.events(seed, 5, 30, 30 * HOUR);
            List<String> rows = ResolutionRows.tickets(Retention.FOREVER, backend(backend))
                    .rowsOfAnyArrival(events, seed, () -> backend(backend));

            assertThat(rows).as("seed %d", seed).isEqualTo(ResolutionRows.batch(events, Retention.FOREVER));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void contactsInAnyOrderWithDuplicatesAndRestartsGiveTheRowsOfTheBatch(String backend) throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            List<CallPromiseEvent> events = RandomCallPromises.events(seed, 6, 12, 6 * HOUR);
            List<String> rows = ResolutionRows.callPromises(Retention.FOREVER, backend(backend))
                    .rowsOfAnyArrival(events, seed, () -> backend(backend));

            assertThat(rows).as("seed %d", seed).isEqualTo(ResolutionRows.batchOfContacts(events, Retention.FOREVER));
        }
    }

    @Test
    void forgettingInTimeOrderAgreesWithABatchThatForgets() throws Exception {
        int late = 0;
        for (int seed = 100; seed < 140; seed++) {
            List<TicketTimelineEvent> events = RandomTickets.events(seed, 8, 12, 100 * DAY);
            try (TimelineHarness<TicketTimelineEvent, TicketFacts> shell =
                    ResolutionRows.tickets(RETENTION, new HashMapStateBackend())) {
                for (TicketTimelineEvent event : events) {
                    shell.send(event);
                }

                assertThat(shell.rows()).as("seed %d", seed).isEqualTo(ResolutionRows.batch(events, RETENTION));
                late += shell.late().size();
            }
        }
        assertThat(late).isPositive();
    }

    @Test
    void disorderWithinTheRetentionAgreesWithABatchThatForgets() throws Exception {
        for (int seed = 200; seed < 230; seed++) {
            List<TicketTimelineEvent> events = RandomTickets.events(seed, 8, 25, 2 * DAY);
            List<TicketTimelineEvent> arrival = new ArrayList<>(events);
            for (int from = 0; from < arrival.size(); from += 10) {
                Collections.shuffle(arrival.subList(from, Math.min(from + 10, arrival.size())), new Random(seed));
            }
            try (TimelineHarness<TicketTimelineEvent, TicketFacts> shell =
                    ResolutionRows.tickets(RETENTION, new HashMapStateBackend())) {
                for (TicketTimelineEvent event : arrival) {
                    shell.send(event);
                }

                assertThat(shell.rows()).as("seed %d", seed).isEqualTo(ResolutionRows.batch(events, RETENTION));
            }
        }
    }

    @Test
    void stateAndTimersAreEmptyOnceAllTicketsAreForgotten() throws Exception {
        try (TimelineHarness<TicketTimelineEvent, TicketFacts> shell =
                ResolutionRows.tickets(RETENTION, new HashMapStateBackend())) {
            List<TicketTimelineEvent> events = RandomTickets.events(1, 20, 20, HOUR);
            for (TicketTimelineEvent event : events) {
                shell.send(event);
            }
            assertThat(shell.keyedStateEntries()).isPositive();
            assertThat(shell.timers()).isEqualTo(20);

            shell.watermark(Long.MAX_VALUE);

            assertThat(shell.keyedStateEntries()).isZero();
            assertThat(shell.timers()).isZero();
            assertThat(shell.rows()).isEqualTo(ResolutionRows.batch(events, RETENTION));
        }
    }

    @Test
    void aTicketIsKeptAsLongAsAReopenMayFindIt() throws Exception {
        List<TicketTimelineEvent> events = new Ticket()
                .opened("10:00")
                .resolved("11:00", "AGENT", "a")
                .on("2027-01-28")
                .event("11:00", Kind.REOPENED)
                .on("2027-12-01")
                .event("11:00", Kind.CLOSED)
                .events();
        try (TimelineHarness<TicketTimelineEvent, TicketFacts> shell =
                ResolutionRows.tickets(RETENTION, new HashMapStateBackend())) {
            shell.send(events.get(0));
            shell.send(events.get(1));
            shell.watermark(events.get(2).timeMillis());
            assertThat(shell.keyedStateEntries()).isPositive();

            shell.send(events.get(2));
            shell.send(events.get(3));

            assertThat(shell.rows()).isEqualTo(ResolutionRows.batch(events, RETENTION));
            assertThat(shell.late()).extracting(Located::offset).containsExactly(3L);
        }
    }

    private static StateBackend backend(String name) {
        return name.equals("rocksdb") ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend();
    }
}
