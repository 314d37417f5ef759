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

/**
 * Conversations in which buyers wait, without robots and transfers: ten events each, of four courses.
 *
 * <p>Two in four answer three rounds, one of these after two questions; one is closed over an open question; one begins with a
 * greeting that answers nothing and has two answers to one question.
 */
public final class RoundLoad extends Load {
    /** O opened, A assigned, q a question, r a reply, p a reply by phrase, c closed. */
    private static final String[] COURSES = {"OqArqqrqrc", "OqArqpqqqc", "OrAqqrrqpc", "OqqArqpqrc"};

    private static final String TEXT = "您好，这件外套有M码现货吗？麻烦帮我看看今天下单什么时候能发货，谢谢！order 20261111";

    /** With so many conversations at a time. */
    public RoundLoad(long seed, int open) {
        super(EventStream.CHAT, seed, open);
    }

    @Override
    int length(long conversation) {
        return course(conversation).length();
    }

    @Override
    SpecificRecord event(long conversation, int step, String eventId, Instant time) {
        return new ChatEvent(
                eventId,
                time,
                shop(conversation),
                "conversation-" + conversation,
                buyer(conversation),
                Channel.CHAT,
                null,
                body(course(conversation).charAt(step), account(conversation)));
    }

    private static String course(long conversation) {
        return COURSES[(int) (conversation % COURSES.length)];
    }

    private static Object body(char step, String account) {
        return switch (step) {
            case 'O' -> new ConversationOpened(ConversationEntry.QUEUE, null);
            case 'A' -> new AgentAssigned(account);
            case 'q' -> new MessageSent(Sender.BUYER, null, TEXT, "sku-1001", null);
            case 'r' -> new MessageSent(Sender.AGENT, account, TEXT, null, null);
            case 'p' -> new MessageSent(Sender.AGENT_QUICK_PHRASE, account, TEXT, null, null);
            case 'c' -> new ConversationClosed(Party.BUYER, null);
            default -> throw new IllegalStateException("no step is called " + step);
        };
    }
}
