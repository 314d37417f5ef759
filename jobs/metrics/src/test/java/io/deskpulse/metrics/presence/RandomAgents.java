package io.deskpulse.metrics.presence;

import io.deskpulse.metrics.presence.AgentEvent.Kind;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded events of several accounts, in time order: days that no sane roster would have, ties included. Each account begins on line. */
public final class RandomAgents {
    private static final Kind[] KINDS = Kind.values();

    private RandomAgents() {}

    /** Events of accounts {@code a0}, {@code a1} and so on in shop {@code s1}. */
    public static List<AgentEvent> events(int seed, int agents, int eventsEach, long longestGapMillis) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AgentEvent> events = new ArrayList<>();
        for (int a = 0; a < agents; a++) {
            long millis = Instant.parse("2026-11-10T10:00:00Z").toEpochMilli() + random.nextLong(longestGapMillis);
            for (int i = 0; i < eventsEach; i++) {
                millis += random.nextInt(4) == 0 ? 0 : random.nextLong(longestGapMillis);
                Kind kind = i == 0 ? Kind.ONLINE : KINDS[random.nextInt(KINDS.length)];
                events.add(event(random, "a" + a, "e%03d".formatted(i), millis, kind));
            }
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    private static AgentEvent event(SplittableRandom random, String agent, String id, long millis, Kind kind) {
        long from = kind == Kind.PLANNED ? millis + random.nextLong(-86_400_000, 5 * 86_400_000) : 0;
        long until = kind == Kind.PLANNED ? from + 1 + random.nextLong(36 * 3_600_000) : 0;
        return new AgentEvent("s1", agent, id, millis, kind, from, until);
    }
}
