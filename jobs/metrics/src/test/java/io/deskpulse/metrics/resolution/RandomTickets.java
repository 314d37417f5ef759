package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Subject;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded events of several tickets, in time order: histories that no sane shop would see, ties and missing openings included. */
public final class RandomTickets {
    private static final String[] ACCOUNTS = {"shop:a", "shop:b", null};
    private static final String[] RESOLVERS = {"BUYER", "AGENT", "SYSTEM"};
    private static final String[] REOPENERS = {"BUYER", "AGENT", "SYSTEM", null};
    private static final Kind[] KINDS = Kind.values();
    private static final String[] TARGETS = {"SUPERVISOR", "DEPARTMENT", "PLATFORM"};
    private static final String[] SOLUTIONS = {"REFUND", "RESHIP", "EXPLANATION"};
    private static final String[] PRIORITIES = {"P1", "P3"};

    private RandomTickets() {}

    /** Events of tickets {@code t0}, {@code t1} and so on. */
    public static List<TicketTimelineEvent> events(int seed, int tickets, int eventsEach, long longestGapMillis) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TicketTimelineEvent> events = new ArrayList<>();
        for (int t = 0; t < tickets; t++) {
            long millis = Ticket.millis("2026-11-20T08:00") + random.nextLong(longestGapMillis);
            for (int i = 0; i < eventsEach; i++) {
                millis += random.nextInt(4) == 0 ? 0 : random.nextLong(longestGapMillis);
                Kind kind = i == 0 && random.nextInt(4) > 0 ? Kind.OPENED : kind(random);
                events.add(event(random, "t" + t, "e%03d".formatted(i), millis, kind));
            }
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    /** Few merges, as little can happen after one. */
    private static Kind kind(SplittableRandom random) {
        Kind kind = KINDS[random.nextInt(KINDS.length)];
        return kind == Kind.MERGED && random.nextInt(4) > 0 ? Kind.REOPENED : kind;
    }

    private static TicketTimelineEvent event(
            SplittableRandom random, String ticket, String id, long millis, Kind kind) {
        boolean hasAccount = kind == Kind.ASSIGNED || kind == Kind.REPLIED || kind == Kind.RESOLVED;
        boolean isSolution = kind == Kind.SOLUTION_AGREED;
        return new TicketTimelineEvent(
                "s1",
                ticket,
                id,
                millis,
                kind,
                new Subject(
                        random.nextInt(50) == 0 ? "another-buyer" : "buyer-of-" + ticket,
                        random.nextInt(5) == 0 ? null : "order-of-" + ticket,
                        random.nextInt(5) == 0 ? "conversation" : null,
                        random.nextInt(5) == 0 ? "sku" : null),
                hasAccount ? pick(random, ACCOUNTS) : null,
                label(random, kind),
                kind == Kind.OPENED ? pick(random, PRIORITIES) : null,
                kind == Kind.OPENED && random.nextBoolean() ? "broken" : null,
                (kind == Kind.OPENED || kind == Kind.REPLIED) && random.nextBoolean(),
                isSolution && random.nextBoolean() ? random.nextInt(10_000) : -1,
                isSolution && random.nextBoolean() ? millis + random.nextInt(100_000_000) - 1000 : TicketFacts.NONE);
    }

    private static String label(SplittableRandom random, Kind kind) {
        return switch (kind) {
            case OPENED -> "QUALITY";
            case RESOLVED -> pick(random, RESOLVERS);
            case ESCALATED -> pick(random, TARGETS);
            case RULED -> "SELLER";
            case REOPENED -> pick(random, REOPENERS);
            case MERGED -> "t" + random.nextInt(9);
            case SOLUTION_AGREED -> pick(random, SOLUTIONS);
            default -> null;
        };
    }

    private static String pick(SplittableRandom random, String[] some) {
        return some[random.nextInt(some.length)];
    }
}
