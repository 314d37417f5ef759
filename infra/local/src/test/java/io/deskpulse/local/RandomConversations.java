package io.deskpulse.local;

import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.BotHandedOff;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationClosed;
import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.ConversationRated;
import io.deskpulse.events.ConversationTransferred;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Party;
import io.deskpulse.events.ProductRecommended;
import io.deskpulse.events.RatingInvited;
import io.deskpulse.events.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chat events of many conversations over several days, strange sequences and ties in time included. */
public final class RandomConversations {
    private static final Instant START = Instant.parse("2026-10-01T12:00:00Z");
    private static final String[] ACCOUNTS = {"shop:a", "shop:b", "shop:c"};
    private static final Sender[] SENDERS = {
        Sender.BUYER,
        Sender.BUYER,
        Sender.AGENT,
        Sender.AGENT_QUICK_PHRASE,
        Sender.BOT_ASSISTED,
        Sender.BOT_AUTO,
        Sender.SYSTEM,
        Sender.INTERNAL_NOTE
    };

    /** Some name a topic, one from a change of the lexicon on, which begins in the middle of the day. */
    private static final String[] TEXTS = {"在吗", "什么尺码", "多少钱", "when will it ship", "能刻上名字吗"};

    private static final String[] TIERS = {null, null, "VIP", "GOLD"};

    private RandomConversations() {}

    public static List<ChatEvent> events(int seed, int conversations) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ChatEvent> events = new ArrayList<>();
        for (int c = 0; c < conversations; c++) {
            Instant time = START.plusSeconds(random.nextInt(86_400));
            for (int i = 0, n = 1 + random.nextInt(30); i < n; i++) {
                time = time.plusMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(4 * 3_600_000));
                events.add(new ChatEvent(
                        "e%03d".formatted(i),
                        time,
                        "shop-" + c % 7,
                        "conversation-" + c,
                        "buyer-" + c % 997,
                        Channel.CHAT,
                        TIERS[random.nextInt(TIERS.length)],
                        body(random)));
            }
        }
        return events;
    }

    static boolean isBuyers(ChatEvent event) {
        return event.getBody() instanceof MessageSent sent && sent.getSender() == Sender.BUYER;
    }

    private static Object body(SplittableRandom random) {
        String account = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        return switch (random.nextInt(15)) {
            case 0 -> new ConversationOpened(ConversationEntry.values()[random.nextInt(3)], account);
            case 1 -> new BotHandedOff();
            case 2 -> new AgentAssigned(account);
            case 3 -> new ConversationTransferred(account, ACCOUNTS[random.nextInt(ACCOUNTS.length)], null);
            case 4 -> new ConversationClosed(Party.AGENT, null);
            case 5 -> random.nextBoolean() ? new RatingInvited() : new ConversationRated(random.nextInt(5), "INVITED");
            case 6 -> new ProductRecommended("sku-" + random.nextInt(5), account);
            default -> {
                Sender sender = SENDERS[random.nextInt(SENDERS.length)];
                String text = TEXTS[random.nextInt(TEXTS.length)];
                yield new MessageSent(sender, sender == Sender.BUYER ? null : account, text, null, null);
            }
        };
    }
}
