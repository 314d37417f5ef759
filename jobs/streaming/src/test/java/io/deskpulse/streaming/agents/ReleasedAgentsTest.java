package io.deskpulse.streaming.agents;

import io.deskpulse.metrics.presence.AgentEvent;
import io.deskpulse.metrics.presence.AgentEvent.Kind;
import io.deskpulse.metrics.presence.AgentInterval;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.ReleasedSavepoint;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import io.deskpulse.streaming.timeline.ToldKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts of the first release that knew working time. */
class ReleasedAgentsTest {
    private static final AgentFamily FAMILY = new AgentFamily(Retention.AGENTS, 43_200_000, "Asia/Shanghai", Map.of());

    /** On line at the savepoint, paused at it, and off line. */
    private static final List<ToldKey<AgentEvent>> TOLD = List.of(
            new ToldKey<>(
                    List.of(
                            plan("a", "e1", "2026-11-10T02:00:00Z", "2026-11-11T01:00:00Z", "2026-11-11T10:00:00Z"),
                            told("a", "e2", "2026-11-11T01:02:00Z", Kind.ONLINE),
                            told("a", "e3", "2026-11-11T10:01:00Z", Kind.OFFLINE),
                            plan("a", "e4", "2026-11-11T10:05:00Z", "2026-11-12T01:00:00Z", "2026-11-12T10:00:00Z"),
                            told("a", "e5", "2026-11-11T04:00:00Z", Kind.SUSPENDED)),
                    2,
                    2),
            new ToldKey<>(
                    List.of(
                            told("b", "e1", "2026-11-11T01:00:00Z", Kind.ONLINE),
                            told("b", "e2", "2026-11-11T03:00:00Z", Kind.SUSPENDED),
                            told("b", "e3", "2026-11-11T03:30:00Z", Kind.RESUMED),
                            told("b", "e4", "2026-11-11T02:00:00Z", Kind.ONLINE)),
                    2,
                    1),
            new ToldKey<>(
                    List.of(
                            told("c", "e1", "2026-11-11T01:00:00Z", Kind.OFFLINE),
                            told("c", "e2", "2026-11-12T01:00:00Z", Kind.RESUMED)),
                    1,
                    1));

    private static final ReleasedSavepoint<AgentEvent, AgentInterval> SAVEPOINT = new ReleasedSavepoint<>(
            "agent-timeline-1",
            TOLD,
            backend -> AgentDeliveriesTest.shell(FAMILY, backend),
            AgentDeliveriesTest::batch);

    /** An event makes its row, and ends that of the presence before it. */
    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyGoOnInOrder(Backend backend) throws Exception {
        SAVEPOINT.goesOnInOrder(backend, 7);
    }

    /** Every row of whoever is derived again. */
    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyGoOnOutOfOrder(Backend backend) throws Exception {
        SAVEPOINT.goesOnOutOfOrder(backend, 11);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyAreStillKnown(Backend backend) throws Exception {
        SAVEPOINT.knowsWhatWasTold(backend);
    }

    private static AgentEvent told(String agent, String id, String at, Kind kind) {
        return new AgentEvent("s1", agent, id, millis(at), kind, 0, 0);
    }

    private static AgentEvent plan(String agent, String id, String at, String from, String until) {
        return new AgentEvent("s1", agent, id, millis(at), Kind.PLANNED, millis(from), millis(until));
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
