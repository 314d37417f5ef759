package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link ConversationEvent}s; the anchor tells the buyer. */
public final class ConversationEventForm implements EventForm<ConversationEvent> {
    /** The form; it has no state. */
    public static final ConversationEventForm INSTANCE = new ConversationEventForm();

    private static final FormId ID = new FormId("conversation-event", 2);
    private static final Kind[] KINDS = Kind.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final Sender[] SENDERS = Sender.values();
    private static final TopicCause[] CAUSES = TopicCause.values();
    private static final int NO_SCORE = -1;

    private static final int TIME = 1;
    private static final int EVENT_ID = 2;
    private static final int KIND = 3;
    private static final int CHANNEL = 4;
    private static final int BUYER = 5;
    private static final int SENDER = 6;
    private static final int ACCOUNT = 7;
    private static final int TO_ACCOUNT = 8;
    private static final int LABEL = 9;
    private static final int SCORE = 10;
    private static final int TOPIC = 11;
    private static final int TOPIC_VERSION = 12;
    private static final int TOPIC_CAUSE = 13;
    private static final int BUYER_TIER = 14;
    private static final int TOPIC_SKU = 20;

    private ConversationEventForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public List<Integer> earlierNumbers() {
        return List.of(1);
    }

    /** Without the topic, and without the rank of the buyer. */
    @Override
    public ConversationEvent asEarlier(ConversationEvent event) {
        return new ConversationEvent(
                event.shopId(),
                event.conversationId(),
                event.eventId(),
                event.timeMillis(),
                event.kind(),
                event.buyerId(),
                event.channel(),
                event.sender(),
                event.account(),
                event.toAccount(),
                event.label(),
                event.score(),
                null,
                null);
    }

    @Override
    public Anchor anchor(ConversationEvent event) {
        return Anchor.of(event.timeMillis(), event.buyerId());
    }

    @Override
    public void write(ConversationEvent event, Anchor anchor, FormWriter out) {
        out.signed(TIME, event.timeMillis() - anchor.sinceMillis());
        out.text(EVENT_ID, event.eventId());
        out.constant(KIND, event.kind(), Kind.MESSAGE_SENT);
        out.constant(CHANNEL, event.channel(), Channel.CHAT);
        out.text(BUYER, event.buyerId(), anchor.text(0));
        out.constant(SENDER, event.sender());
        out.text(ACCOUNT, event.account());
        out.text(TO_ACCOUNT, event.toAccount());
        out.text(LABEL, event.label());
        out.number(SCORE, event.score() - NO_SCORE);
        if (event.topic() != null) {
            out.text(TOPIC, event.topic().code());
            out.text(TOPIC_VERSION, event.topic().version());
            out.constant(TOPIC_CAUSE, event.topic().cause());
            out.text(TOPIC_SKU, event.topic().skuId());
        }
        out.text(BUYER_TIER, event.buyerTier());
    }

    @Override
    public ConversationEvent read(String shopId, String conversationId, Anchor anchor, FormReader in)
            throws IOException {
        long timeMillis = anchor.sinceMillis();
        String eventId = null;
        Kind kind = Kind.MESSAGE_SENT;
        Channel channel = Channel.CHAT;
        String buyerId = anchor.text(0);
        Sender sender = null;
        String account = null;
        String toAccount = null;
        String label = null;
        int score = NO_SCORE;
        TopicFields topic = new TopicFields();
        String tier = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis += in.signed();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case CHANNEL -> channel = in.constant(CHANNELS);
                case BUYER -> buyerId = in.text();
                case SENDER -> sender = in.constant(SENDERS);
                case ACCOUNT -> account = in.word();
                case TO_ACCOUNT -> toAccount = in.word();
                case LABEL -> label = in.word();
                case SCORE -> score = in.count() + NO_SCORE;
                case BUYER_TIER -> tier = in.word();
                default -> topic.read(tag, in);
            }
        }
        return new ConversationEvent(
                shopId,
                conversationId,
                eventId,
                timeMillis,
                kind,
                buyerId,
                channel,
                sender,
                account,
                toAccount,
                label,
                score,
                topic.topic(),
                tier);
    }

    @Override
    public ConversationEvent readReleased(String shopId, String conversationId, Anchor anchor, DataInput in)
            throws IOException {
        return ReleasedConversationForm.readEvent(shopId, conversationId, anchor.text(0), in);
    }

    /** The fields of a topic, each of which may be missing. */
    private static final class TopicFields {
        private String code;
        private String version;
        private TopicCause cause;
        private String skuId;

        void read(int tag, FormReader in) throws IOException {
            switch (tag) {
                case TOPIC -> code = in.word();
                case TOPIC_VERSION -> version = in.word();
                case TOPIC_CAUSE -> cause = in.constant(CAUSES);
                case TOPIC_SKU -> skuId = in.word();
                default -> {}
            }
        }

        Topic topic() {
            return code == null ? null : new Topic(code, version, cause, skuId);
        }
    }
}
