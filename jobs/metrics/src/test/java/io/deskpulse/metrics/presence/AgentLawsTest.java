package io.deskpulse.metrics.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.presence.AgentEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of the working time of any set of events. */
class AgentLawsTest {
    private static final int SEEDS = 2_000;
    private static final long HOUR = 3_600_000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final AgentDerivation derivation = new AgentDerivation(ShopZones.of("Europe/Berlin", Map.of()), 12 * HOUR);

    @Test
    void eachEventMakesItsRowWhateverOrderTheyCameIn() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<AgentEvent> events = RandomAgents.events(seed, 1, 1 + seed % 25, 10 * HOUR);
            List<AgentEvent> arrival = new ArrayList<>(events);
            arrival.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(arrival, new Random(seed));

            assertThat(derivation.derive(arrival, Retention.FOREVER))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(secondReading(events));
        }
    }

    @Test
    void readInTwoPartsItIsTheSame() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<AgentEvent> events = RandomAgents.events(seed, 1, 1 + seed % 25, 10 * HOUR);
            List<AgentInterval> rows = new ArrayList<>();
            AgentState state = derivation.start();
            for (int i = 0; i < events.size(); i++) {
                if (i == events.size() / 2) {
                    state = again(state);
                }
                derivation.advance(state, again(events.get(i)), rows::add);
            }
            derivation.live(state, rows::add);

            assertThat(rows).as("seed %d", seed).isEqualTo(derivation.derive(events, Retention.FOREVER));
            for (AgentInterval row : rows) {
                assertThat(again(row)).isEqualTo(row);
            }
        }
    }

    @Test
    void aSilentAccountIsForgottenAndItsNextEventStartsAnew() {
        long came = Instant.parse("2026-10-01T01:00:00Z").toEpochMilli();
        long cameAgain = came + Duration.ofDays(200).toMillis();
        AgentEvent first = new AgentEvent("s1", "a", "e1", came, Kind.ONLINE, 0, 0);
        AgentEvent second = new AgentEvent("s1", "a", "e2", cameAgain, Kind.ONLINE, 0, 0);

        List<AgentInterval> rows = derivation.derive(List.of(first, second), Retention.AGENTS);

        assertThat(rows).extracting(AgentInterval::untilMillis).containsOnly(AgentInterval.NONE);
        assertThat(rows.get(0).believedUntilMillis()).isEqualTo(came + 12 * HOUR);
    }

    @Test
    void aDayOfTheZoneEndsWhereItsClockSays() {
        long planned = Instant.parse("2026-10-01T08:00:00Z").toEpochMilli();
        long from = Instant.parse("2026-10-25T00:30:00Z").toEpochMilli();
        AgentEvent shift = new AgentEvent("s1", "a", "e1", planned, Kind.PLANNED, from, from + 30 * HOUR);

        AgentInterval row = derivation.derive(List.of(shift), Retention.FOREVER).get(0);

        assertThat(row.epochDay()).isEqualTo((int)
                Instant.ofEpochMilli(from).atZone(BERLIN).toLocalDate().toEpochDay());
        assertThat(Instant.ofEpochMilli(row.dayEndsMillis()))
                .as("the day on which the clocks go back has 25 hours")
                .isEqualTo("2026-10-25T23:00:00Z");
        assertThat(row.untilMillis() - row.fromMillis()).isEqualTo(30 * HOUR);
        assertThat(row.believedUntilMillis() - row.fromMillis()).isEqualTo(24 * HOUR);
    }

    /** By looking, for each event, for the next presence event among all of them. */
    private List<AgentInterval> secondReading(List<AgentEvent> events) {
        List<AgentInterval> rows = new ArrayList<>();
        for (AgentEvent event : events) {
            boolean isPlan = event.kind() == Kind.PLANNED;
            long until = events.stream()
                    .filter(later -> !isPlan && later.kind() != Kind.PLANNED)
                    .filter(later -> TimelineEvent.ORDER.compare(event, later) < 0)
                    .mapToLong(AgentEvent::timeMillis)
                    .min()
                    .orElse(isPlan ? event.untilMillis() : AgentInterval.NONE);
            long from = isPlan ? event.fromMillis() : event.timeMillis();
            var day = Instant.ofEpochMilli(from).atZone(BERLIN).toLocalDate();
            long longest = isPlan ? 24 * HOUR : event.kind() == Kind.OFFLINE ? 0 : 12 * HOUR;
            rows.add(new AgentInterval(
                    (int) day.toEpochDay(),
                    day.plusDays(1).atStartOfDay(BERLIN).toInstant().toEpochMilli(),
                    event.eventId(),
                    event.kind() == Kind.RESUMED
                            ? AgentInterval.Kind.ONLINE
                            : AgentInterval.Kind.valueOf(event.kind().name()),
                    from,
                    until,
                    isPlan ? Math.min(until, from + longest) : from + longest,
                    event.timeMillis()));
        }
        return rows;
    }

    private static AgentEvent again(AgentEvent event) throws IOException {
        Anchor anchor = Anchor.of(Instant.parse("2026-11-11T00:00:00Z").toEpochMilli());
        FormWriter out = new FormWriter().begin(AgentEventForm.INSTANCE.id());
        AgentEventForm.INSTANCE.write(event, anchor, out);
        FormReader in = new FormReader(AgentEventForm.INSTANCE.id()).begin(out.toBytes());
        AgentEvent again = AgentEventForm.INSTANCE.read(event.shopId(), event.agentId(), anchor, in);
        assertThat(again).isEqualTo(event);
        return again;
    }

    private static AgentState again(AgentState state) throws IOException {
        FormWriter out = new FormWriter().begin(AgentStateForm.INSTANCE.id());
        AgentStateForm.INSTANCE.write(state, out);
        return AgentStateForm.INSTANCE.read(new FormReader(AgentStateForm.INSTANCE.id()).begin(out.toBytes()));
    }

    private static AgentInterval again(AgentInterval row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AgentStateForm.writeRow(row, new DataOutputStream(bytes));
        return AgentStateForm.readRow(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
