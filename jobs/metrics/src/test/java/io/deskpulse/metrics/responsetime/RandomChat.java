package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded conversations that no sane shop would see, ties in time included. */
public final class RandomChat {
    private static final String[] ACCOUNTS = {"a", "b", "c"};
    private static final String[] TIERS = {"VIP", "GOLD"};
    private static final Topic[] TOPICS = {
        new Topic("size", "1", TopicCause.ENQUIRERS),
        new Topic("size", "2", TopicCause.ENQUIRERS, "k1"),
        new Topic("price", "1", TopicCause.PARCELS_SIGNED)
    };

    private RandomChat() {}

    /** Events of conversation c1 in time order. */
    public static List<ConversationEvent> events(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ConversationEvent> events = new ArrayList<>();
        long millis = Chat.millis("2026-11-11", "20:00:00");
        for (int i = 0, n = 1 + random.nextInt(40); i < n; i++) {
            millis += random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextInt(10) == 0 ? 86_400_000 : 600_000);
            events.add(event(random, "e%04d".formatted(i), millis));
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    private static ConversationEvent event(SplittableRandom random, String id, long millis) {
        Kind kind = random.nextInt(3) > 0 ? Kind.MESSAGE_SENT : Kind.values()[random.nextInt(Kind.values().length)];
        Sender sender = kind == Kind.MESSAGE_SENT
                ? Sender.values()[random.nextInt(3) == 0 ? 0 : random.nextInt(Sender.values().length)]
                : null;
        return new ConversationEvent(
                "s1",
                "c1",
                id,
                millis,
                kind,
                "b1",
                Channel.CHAT,
                sender,
                sender == Sender.BUYER ? null : ACCOUNTS[random.nextInt(ACCOUNTS.length)],
                kind == Kind.TRANSFERRED && random.nextInt(3) > 0 ? ACCOUNTS[random.nextInt(ACCOUNTS.length)] : null,
                kind == Kind.CLOSED ? "AGENT" : kind == Kind.RECOMMENDED ? "sku-" + random.nextInt(3) : null,
                kind == Kind.RATED ? random.nextInt(5) : -1,
                sender == Sender.BUYER && random.nextBoolean() ? TOPICS[random.nextInt(TOPICS.length)] : null,
                random.nextInt(4) == 0 ? TIERS[random.nextInt(TIERS.length)] : null);
    }
}
