package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.Channel;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.metrics.responsetime.Topic;
import io.deskpulse.metrics.responsetime.TopicCause;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded events of several conversations over some days, in time order, ties and strange sequences included. */
final class RandomShop {
    static final long START_MILLIS = 1_794_000_000_000L;

    private static final String[] ACCOUNTS = {"shop:a", "shop:b", "shop:c"};
    private static final String[] TIERS = {"VIP", "GOLD"};
    private static final Topic[] TOPICS = {
        new Topic("size", "1", TopicCause.ENQUIRERS),
        new Topic("size", "2", TopicCause.ENQUIRERS, "k1"),
        new Topic("price", "1", TopicCause.PARCELS_SIGNED)
    };

    private RandomShop() {}

    static List<ConversationEvent> events(int seed, int conversations, int eventsEach, long longestGapMillis) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ConversationEvent> events = new ArrayList<>();
        for (int c = 0; c < conversations; c++) {
            long millis = START_MILLIS + random.nextLong(longestGapMillis);
            for (int i = 0; i < eventsEach; i++) {
                millis += random.nextInt(4) == 0 ? 0 : random.nextLong(longestGapMillis);
                events.add(event(random, "c" + c, "e%03d".formatted(i), millis));
            }
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    private static ConversationEvent event(SplittableRandom random, String conversation, String id, long millis) {
        Kind kind = random.nextInt(3) > 0 ? Kind.MESSAGE_SENT : Kind.values()[random.nextInt(Kind.values().length)];
        Sender sender = kind == Kind.MESSAGE_SENT
                ? Sender.values()[random.nextInt(3) == 0 ? 0 : random.nextInt(Sender.values().length)]
                : null;
        return new ConversationEvent(
                "s1",
                conversation,
                id,
                millis,
                kind,
                random.nextInt(50) == 0 ? "another-buyer" : "buyer-of-" + conversation,
                Channel.CHAT,
                sender,
                sender == Sender.BUYER ? null : ACCOUNTS[random.nextInt(ACCOUNTS.length)],
                kind == Kind.TRANSFERRED ? ACCOUNTS[random.nextInt(ACCOUNTS.length)] : null,
                kind == Kind.CLOSED ? "AGENT" : kind == Kind.RECOMMENDED ? "sku-" + random.nextInt(3) : null,
                kind == Kind.RATED ? random.nextInt(5) : -1,
                sender == Sender.BUYER && random.nextBoolean() ? TOPICS[random.nextInt(TOPICS.length)] : null,
                random.nextInt(4) == 0 ? TIERS[random.nextInt(TIERS.length)] : null);
    }
}
