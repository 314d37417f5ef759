package io.deskpulse.streaming.hotspots.signals;

import static io.deskpulse.streaming.events.Reading.known;

import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.metrics.complaints.contacts.ContactEvent.Kind;
import io.deskpulse.metrics.complaints.contacts.ContactEventForm;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.facts.ShopKey;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.LocatedCodec;

/** What hotspots take of a chat: that people were asked, who answered, and which product was spoken of. */
public final class ContactEvents {
    private static final LocatedCodec<ContactEvent> CODEC =
            new LocatedCodec<>(ContactEventForm.INSTANCE, ContactEvent::conversationId);

    /** Of the chat topic; what the robot, the system and notes say is left out. */
    public static final Intake<ChatReading, ContactEvent> INTAKE =
            new Intake<>("hotspot-chat-events", ContactEvents::of, CODEC);

    /** The type of a stream of them. */
    public static final CodecTypeInfo<Located<ContactEvent>> TYPE = CodecTypeInfo.of(Located.class, CODEC);

    private static final String ROBOT = "ROBOT";

    private ContactEvents() {}

    /** The key under which an event is kept. */
    public static String key(Located<ContactEvent> located) {
        return ShopKey.of(located.event().shopId(), located.event().conversationId());
    }

    /** The event, or null when it is of no use. */
    static ContactEvent of(ChatReading said) {
        return switch (said.body()) {
            case CONVERSATION_OPENED ->
                event(said, said.entry().equals(ROBOT) ? Kind.OPENED_AT_ROBOT : Kind.AT_HUMAN, null);
            case BOT_HANDED_OFF, AGENT_ASSIGNED, CONVERSATION_TRANSFERRED, CALL_RANG ->
                event(said, Kind.AT_HUMAN, null);
            case CALL_ANSWERED -> event(said, Kind.ANSWERED, known(said.agentId()));
            case MESSAGE_SENT -> message(said);
            default -> null;
        };
    }

    private static ContactEvent message(ChatReading said) {
        Sender sender = Sender.valueOf(said.sender());
        if (sender == Sender.BUYER) {
            return event(said, Kind.BUYER_SPOKE, null);
        }
        return sender.isPlatformValid() ? event(said, Kind.ANSWERED, known(said.agentId())) : null;
    }

    private static ContactEvent event(ChatReading said, Kind kind, String account) {
        return new ContactEvent(
                said.shopId(),
                said.conversationId(),
                said.eventId(),
                said.timeMillis(),
                kind,
                account,
                known(said.skuId()),
                null);
    }
}
