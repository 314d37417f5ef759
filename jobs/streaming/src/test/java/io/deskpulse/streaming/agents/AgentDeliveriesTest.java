package io.deskpulse.streaming.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.presence.AgentEvent;
import io.deskpulse.metrics.presence.AgentEvent.Kind;
import io.deskpulse.metrics.presence.AgentInterval;
import io.deskpulse.metrics.presence.RandomAgents;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import io.deskpulse.streaming.timeline.Redelivery;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import io.deskpulse.streaming.timeline.TimelineHarness;
import io.deskpulse.streaming.timeline.TimelineHarness.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Presence and shifts whose events are delivered again, stamped and filled anew. */
class AgentDeliveriesTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final AgentFamily FAMILY = new AgentFamily(Retention.FOREVER, 12 * HOUR, "Asia/Shanghai", Map.of());

    private static final Redelivery<AgentEvent, AgentInterval> AGENTS = new Redelivery<>(
            FAMILY, AgentDeliveriesTest::retold, backend -> shell(FAMILY, backend), AgentDeliveriesTest::batch, true);

    @ParameterizedTest
    @EnumSource(Backend.class)
    void anyArrivalGivesTheTimeOfTheSmallestDeliveries(Backend backend) throws Exception {
        AGENTS.givesOneTable(seed -> RandomAgents.events(seed, 4, 12, 10 * HOUR), backend);
    }

    @Test
    void whatCrashedAttemptsWroteLosesInTheEnd() throws Exception {
        assertThat(AGENTS.outlivesCrashes(seed -> RandomAgents.events(seed, 2, 12, 10 * HOUR)))
                .as("rows that were taken back for a while")
                .isNotEmpty();
    }

    @Test
    void aRowIsTakenBackWhenTheDeliveryToKeepIsOfAnotherDay() throws Exception {
        long came = Instant.parse("2026-11-11T01:00:00Z").toEpochMilli();
        AgentEvent told = new AgentEvent("s1", "a", "e1", came, Kind.ONLINE, 0, 0);
        try (TimelineHarness<AgentEvent, AgentInterval> shell = shell(FAMILY, new HashMapStateBackend())) {
            shell.send(told);
            assertThat(shell.rows()).hasSize(1);

            shell.send(retold(told, told, came - 24 * HOUR));

            assertThat(shell.rows()).hasSize(1);

            assertThat(shell.takenBack()).containsExactly("s1/a/20768/e1");
        }
    }

    static TimelineHarness<AgentEvent, AgentInterval> shell(AgentFamily family, StateBackend backend) throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        family,
                        AgentIntervalTable.ROWS,
                        row -> row.shopId() + "/" + row.id() + "/" + row.facts().epochDay() + "/"
                                + row.facts().eventId(),
                        FactRow::version,
                        row -> StoredRow.text(AgentIntervalTable.TABLE, row)),
                backend);
    }

    static List<String> batch(List<AgentEvent> events) {
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream().collect(Collectors.groupingBy(AgentEvent::agentId)).forEach((agent, ofIt) -> {
            for (AgentInterval row : FAMILY.derivation().derive(ofIt, Retention.FOREVER)) {
                rows.put(
                        "s1/" + agent + "/" + row.epochDay() + "/" + row.eventId(),
                        StoredRow.text(AgentIntervalTable.TABLE, new FactRow<>("s1", agent, 0, row)));
            }
        });
        return new ArrayList<>(rows.values());
    }

    private static AgentEvent retold(AgentEvent event, AgentEvent content, long millis) {
        return new AgentEvent(
                event.shopId(),
                event.agentId(),
                event.eventId(),
                millis,
                content.kind(),
                content.fromMillis(),
                content.untilMillis());
    }
}
