package io.deskpulse.bench.load;

import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationClosed;
import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Party;
import io.deskpulse.events.Sender;
import io.deskpulse.schemas.EventStream;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Conversations of ten events: opened, assigned, seven messages, closed; each of a buyer of its own; about 165 bytes an event. */
public final class ChatLoad extends Load {
    public static final int EVENTS_EACH = 10;

    private static final String HOT_SHOP = "shop-hot";
    private static final String TEXT = "您好，这件外套有M码现货吗？麻烦帮我看看今天下单什么时候能发货，谢谢！order 20261111";

    private static final int PARTS = 10;

    private final int hotTenths;

    /** With so many conversations at a time, evenly over the shops. */
    public ChatLoad(long seed, int open) {
        this(seed, open, 0);
    }

    /** The same, but that one shop has so many tenths of all conversations. */
    public ChatLoad(long seed, int open, int hotTenths) {
        super(EventStream.CHAT, seed, open);
        this.hotTenths = hotTenths;
    }

    @Override
    int length(long conversation) {
        return EVENTS_EACH;
    }

    @Override
    SpecificRecord event(long conversation, int step, String eventId, Instant time) {
        return new ChatEvent(
                eventId,
                time,
                conversation % PARTS < hotTenths ? HOT_SHOP : shop(conversation),
                "conversation-" + conversation,
                buyer(conversation),
                Channel.CHAT,
                null,
                body(step, account(conversation)));
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
