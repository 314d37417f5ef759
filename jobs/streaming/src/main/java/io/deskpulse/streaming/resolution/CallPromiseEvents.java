package io.deskpulse.streaming.resolution;

import static io.deskpulse.streaming.events.Reading.known;

import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import io.deskpulse.metrics.resolution.CallPromiseEventForm;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.timeline.LocatedCodec;

/** What calls and promises take of a chat: themselves, and of calls everything else. */
public final class CallPromiseEvents {
    /** Of the chat topic. */
    public static final Intake<ChatReading, CallPromiseEvent> INTAKE = new Intake<>(
            "contact-events",
            CallPromiseEvents::of,
            new LocatedCodec<>(CallPromiseEventForm.INSTANCE, CallPromiseEvent::conversationId));

    private static final String CHAT = "CHAT";

    private CallPromiseEvents() {}

    /** The entry, or null when the event is neither a promise nor part of a call. */
    public static CallPromiseEvent of(ChatReading said) {
        return switch (said.body()) {
            case CALL_RANG -> entry(said, Kind.RANG, null, said.direction(), null);
            case CALL_ANSWERED -> entry(said, Kind.ANSWERED, said.agentId(), null, null);
            case CALL_RELEASED -> entry(said, Kind.RELEASED, null, said.by(), said.cause());
            case CALL_WRAPPED_UP ->
                entry(said, Kind.WRAPPED_UP, said.agentId(), typed(said.problem()), typed(said.solution()));
            case PROMISE_MADE -> entry(said, Kind.PROMISE_MADE, said.agentId(), said.kind(), said.promiseId());
            case PROMISE_KEPT -> entry(said, Kind.PROMISE_KEPT, null, null, said.promiseId());
            default -> said.channel().equals(CHAT) ? null : ofCall(said);
        };
    }

    private static CallPromiseEvent ofCall(ChatReading said) {
        return said.body() == ChatReading.Body.CONVERSATION_TRANSFERRED
                ? entry(said, Kind.TRANSFERRED, said.fromAgentId(), null, known(said.toAgentId()))
                : entry(said, Kind.OTHER, null, null, null);
    }

    private static CallPromiseEvent entry(ChatReading said, Kind kind, String account, String label, String detail) {
        return new CallPromiseEvent(
                said.shopId(),
                said.conversationId(),
                said.eventId(),
                said.timeMillis(),
                kind,
                said.buyerId(),
                said.channel(),
                account,
                label,
                detail,
                kind == Kind.RANG ? said.consent() : null,
                dueMillis(said, kind));
    }

    /** Accounts type what a call was about, and who called. */
    private static String typed(String text) {
        return TextRedaction.redactLabel(text);
    }

    private static long dueMillis(ChatReading said, Kind kind) {
        return switch (kind) {
            case PROMISE_MADE -> said.dueAt(TicketFacts.NONE);
            case WRAPPED_UP -> said.followUpDue(TicketFacts.NONE);
            default -> TicketFacts.NONE;
        };
    }
}
