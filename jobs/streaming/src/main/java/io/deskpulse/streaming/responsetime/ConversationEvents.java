package io.deskpulse.streaming.responsetime;

import static io.deskpulse.streaming.events.Reading.known;

import io.deskpulse.metrics.responsetime.Channel;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.ConversationEventForm;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.metrics.responsetime.Topic;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventMapping;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.timeline.LocatedCodec;
import io.deskpulse.streaming.topics.TopicReader;

/**
 * What response times take of a chat: every event, compact.
 *
 * @param topics tells the topics of messages
 * @param ranks tells the ranks of buyers
 */
public record ConversationEvents(TopicReader topics, BuyerRanks ranks)
        implements EventMapping<ChatReading, ConversationEvent> {
    private static final int NO_SCORE = -1;

    /** With topics told so. */
    public ConversationEvents(TopicReader topics) {
        this(topics, new BuyerRanks());
    }

    /** The intake of the chat topic, with topics told so. */
    public static Intake<ChatReading, ConversationEvent> intake(TopicReader topics) {
        return new Intake<>(
                "conversation-events",
                new ConversationEvents(topics),
                new LocatedCodec<>(ConversationEventForm.INSTANCE, ConversationEvent::conversationId));
    }

    /** The event of any reading; what response times do not distinguish is {@link Kind#OTHER}. */
    @Override
    public ConversationEvent of(ChatReading said) {
        return switch (said.body()) {
            case MESSAGE_SENT -> event(said, Kind.MESSAGE_SENT, said.agentId(), null);
            case CONVERSATION_OPENED -> event(said, opened(said.entry()), said.agentId(), null);
            case BOT_HANDED_OFF -> event(said, Kind.BOT_HANDED_OFF, null, null);
            case AGENT_ASSIGNED -> event(said, Kind.AGENT_ASSIGNED, said.agentId(), null);
            case CONVERSATION_TRANSFERRED -> event(said, Kind.TRANSFERRED, said.fromAgentId(), null);
            case CONVERSATION_CLOSED -> event(said, Kind.CLOSED, null, said.by());
            case RATING_INVITED -> event(said, Kind.RATING_INVITED, null, null);
            case CONVERSATION_RATED -> event(said, Kind.RATED, null, said.source());
            case PRODUCT_RECOMMENDED -> event(said, Kind.RECOMMENDED, said.agentId(), said.skuId());
            case CALL_RANG, CALL_ANSWERED, CALL_RELEASED, CALL_WRAPPED_UP, PROMISE_MADE, PROMISE_KEPT ->
                event(said, Kind.OTHER, null, null);
        };
    }

    private static Kind opened(String entry) {
        return switch (entry) {
            case "ROBOT" -> Kind.OPENED_AT_ROBOT;
            case "QUEUE" -> Kind.OPENED_IN_QUEUE;
            case "ACCOUNT" -> Kind.OPENED_AT_ACCOUNT;
            default -> throw new IllegalStateException("a valid event opened at " + entry);
        };
    }

    private ConversationEvent event(ChatReading said, Kind kind, String account, String label) {
        Sender sender = kind == Kind.MESSAGE_SENT ? Sender.valueOf(said.sender()) : null;
        return new ConversationEvent(
                said.shopId(),
                said.conversationId(),
                said.eventId(),
                said.timeMillis(),
                kind,
                said.buyerId(),
                Channel.valueOf(said.channel()),
                sender,
                known(account),
                kind == Kind.TRANSFERRED ? known(said.toAgentId()) : null,
                label,
                kind == Kind.RATED ? (int) said.score(NO_SCORE) : NO_SCORE,
                sender == Sender.BUYER ? topic(said) : null,
                ranks.of(known(said.buyerTier())));
    }

    /** What the buyer asks for, and of which product where the message names one. */
    private Topic topic(ChatReading said) {
        Topic topic = topics.topic(said.timeMillis(), said.topic(), said.text());
        return topic == null ? null : topic.of(known(said.skuId()));
    }
}
