package io.deskpulse.bench;

import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationClosed;
import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Party;
import io.deskpulse.events.Sender;
import java.time.Instant;
import java.util.Iterator;
import java.util.SplittableRandom;

/**
 * Generated chat events in time order: ten to a conversation (opened, assigned, seven messages, closed), the open conversations
 * taking turns at random, about 200 bytes a message on the wire.
 *
 * <p>Deterministic for its parameters. Event time advances evenly over {@code spanMillis}.
 */
final class ChatLoad implements Iterator<ChatEvent> {
    static final int EVENTS_EACH = 10;

    private static final int SHOPS = 200;
    private static final int ACCOUNTS_PER_SHOP = 20;
    private static final String TEXT = "您好，这件外套有M码现货吗？麻烦帮我看看今天下单什么时候能发货，谢谢！order 20261111";

    private final SplittableRandom random;
    private final long startMillis;
    private final double millisPerEvent;
    private final long[] conversations;
    private final byte[] steps;
    private long nextConversation;
    private long sent;

    /**
     * A load.
     *
     * @param openConversations conversations going on at a time
     * @param events events in all, over which {@code spanMillis} of event time pass
     */
    ChatLoad(long seed, int openConversations, long startMillis, long spanMillis, long events) {
        this.random = new SplittableRandom(seed);
        this.startMillis = startMillis;
        this.millisPerEvent = (double) spanMillis / events;
        this.conversations = new long[openConversations];
        this.steps = new byte[openConversations];
        for (int i = 0; i < openConversations; i++) {
            conversations[i] = nextConversation++;
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public ChatEvent next() {
        int slot = random.nextInt(conversations.length);
        long conversation = conversations[slot];
        int step = steps[slot]++;
        if (steps[slot] == EVENTS_EACH) {
            steps[slot] = 0;
            conversations[slot] = nextConversation++;
        }
        return event(conversation, step, startMillis + (long) (sent++ * millisPerEvent));
    }

    private static ChatEvent event(long conversation, int step, long millis) {
        String shop = "shop-" + conversation % SHOPS;
        String account = shop + ":agent-" + conversation / SHOPS % ACCOUNTS_PER_SHOP;
        return new ChatEvent(
                "e-%x-%d".formatted(conversation, step),
                Instant.ofEpochMilli(millis),
                shop,
                "conversation-" + conversation,
                "buyer-" + conversation,
                Channel.CHAT,
                body(step, account));
    }

    private static Object body(int step, String account) {
        return switch (step) {
            case 0 -> new ConversationOpened(ConversationEntry.QUEUE, null);
            case 2 -> new AgentAssigned(account);
            case EVENTS_EACH - 1 -> new ConversationClosed(Party.BUYER, null);
            case 3, 6, 8 -> new MessageSent(Sender.AGENT, account, TEXT, null, null);
            default -> new MessageSent(Sender.BUYER, null, TEXT, "sku-1001", null);
        };
    }
}
