package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import java.io.DataInput;
import java.io.IOException;

/** Binary form of {@link ConversationEvent}s; the anchor tells the buyer. */
public final class ConversationEventForm implements EventForm<ConversationEvent> {
    /** The form; it has no state. */
    public static final ConversationEventForm INSTANCE = new ConversationEventForm();

    private static final FormId ID = new FormId("conversation-event", 1);
    private static final Kind[] KINDS = Kind.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final Sender[] SENDERS = Sender.values();
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

    private ConversationEventForm() {}

    @Override
    public FormId id() {
        return ID;
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
    }

    @Override
    public ConversationEvent read(String shopId, String conversationId, Anchor anchor, FormReader in)
            throws IOException {
        long afterAnchorMillis = 0;
        String eventId = null;
        Kind kind = Kind.MESSAGE_SENT;
        Channel channel = Channel.CHAT;
        String buyerId = anchor.text(0);
        Sender sender = null;
        String account = null;
        String toAccount = null;
        String label = null;
        int score = NO_SCORE;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> afterAnchorMillis = in.signed();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case CHANNEL -> channel = in.constant(CHANNELS);
                case BUYER -> buyerId = in.text();
                case SENDER -> sender = in.constant(SENDERS);
                case ACCOUNT -> account = in.text();
                case TO_ACCOUNT -> toAccount = in.text();
                case LABEL -> label = in.text();
                case SCORE -> score = in.count() + NO_SCORE;
                default -> {}
            }
        }
        return new ConversationEvent(
                shopId,
                conversationId,
                eventId,
                anchor.sinceMillis() + afterAnchorMillis,
                kind,
                buyerId,
                channel,
                sender,
                account,
                toAccount,
                label,
                score);
    }

    @Override
    public ConversationEvent readReleased(String shopId, String conversationId, Anchor anchor, DataInput in)
            throws IOException {
        return ReleasedConversationForm.readEvent(shopId, conversationId, anchor.text(0), in);
    }
}
