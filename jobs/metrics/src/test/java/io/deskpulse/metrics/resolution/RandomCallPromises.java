package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded calls and promises of several conversations, in time order, sane or not. */
public final class RandomCallPromises {
    private static final String[] CHANNELS = {"PHONE", "VIDEO", "CHAT"};
    private static final String[] ACCOUNTS = {"shop:a", "shop:b"};

    private RandomCallPromises() {}

    /** Events of conversations {@code c0}, {@code c1} and so on. */
    public static List<CallPromiseEvent> events(int seed, int conversations, int eventsEach, long longestGapMillis) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CallPromiseEvent> events = new ArrayList<>();
        for (int c = 0; c < conversations; c++) {
            long millis = Ticket.millis("2026-11-20T08:00") + random.nextLong(longestGapMillis);
            String channel = CHANNELS[random.nextInt(CHANNELS.length)];
            for (int i = 0; i < eventsEach; i++) {
                millis += random.nextInt(4) == 0 ? 0 : random.nextLong(longestGapMillis);
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                if (channel.equals("CHAT") && (kind == Kind.OTHER || kind == Kind.TRANSFERRED)) {
                    kind = Kind.PROMISE_KEPT;
                }
                events.add(event(random, "c" + c, "e%03d".formatted(i), millis, kind, channel));
            }
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    private static CallPromiseEvent event(
            SplittableRandom random, String conversation, String id, long millis, Kind kind, String channel) {
        boolean hasAccount =
                kind != Kind.RANG && kind != Kind.RELEASED && kind != Kind.PROMISE_KEPT && kind != Kind.OTHER;
        boolean hasDue = kind == Kind.PROMISE_MADE || (kind == Kind.WRAPPED_UP && random.nextBoolean());
        return new CallPromiseEvent(
                "s1",
                conversation,
                id,
                millis,
                kind,
                random.nextInt(50) == 0 ? "another-buyer" : "buyer-of-" + conversation,
                channel,
                hasAccount ? ACCOUNTS[random.nextInt(2)] : null,
                label(random, kind),
                detail(random, kind),
                kind == Kind.RANG && random.nextBoolean() ? random.nextBoolean() : null,
                hasDue ? millis + random.nextInt(100_000_000) : TicketFacts.NONE);
    }

    private static String label(SplittableRandom random, Kind kind) {
        return switch (kind) {
            case RANG -> random.nextBoolean() ? "INBOUND" : "OUTBOUND";
            case RELEASED -> random.nextBoolean() ? "BUYER" : "AGENT";
            case WRAPPED_UP -> "LATE";
            case PROMISE_MADE -> "CALL_BACK";
            default -> null;
        };
    }

    private static String detail(SplittableRandom random, Kind kind) {
        return switch (kind) {
            case RELEASED -> "NORMAL";
            case WRAPPED_UP -> "EXPLAINED";
            case PROMISE_MADE, PROMISE_KEPT -> "p" + random.nextInt(3);
            case TRANSFERRED -> random.nextInt(3) == 0 ? null : ACCOUNTS[random.nextInt(2)];
            default -> null;
        };
    }
}
