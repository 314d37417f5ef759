package io.deskpulse.bench.peers.question;

import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventReader;

/**
 * Decodes chat events as the product does, and leaves behind what the question does not ask about; all peers but the product itself
 * read through it, so none pays for a slower decoder. Not thread-safe.
 */
public final class ChatDecoder {
    /** Nothing that is read here is hashed. */
    private static final String HASH_KEY = "benchmarks need no secret";

    private final EventReader<ChatReading> reader = EventReader.chat(HASH_KEY);

    /**
     * What a message says to the question; null when nothing.
     *
     * @throws IllegalStateException when it is no valid event, which no load sends
     */
    public Said decode(byte[] message) {
        ChatReading reading = read(message);
        Act act = act(reading);
        return act == null ? null : new Said(reading.conversationId(), reading.timeMillis(), act);
    }

    private ChatReading read(byte[] message) {
        try {
            return reader.read(message);
        } catch (RejectedEventException e) {
            throw new IllegalStateException("the load has a message that is no event", e);
        }
    }

    private static Act act(ChatReading reading) {
        return switch (reading.body()) {
            case CONVERSATION_CLOSED -> Act.CLOSED;
            case MESSAGE_SENT ->
                switch (reading.sender()) {
                    case "BUYER" -> Act.ASKED;
                    case "AGENT", "AGENT_QUICK_PHRASE" -> Act.REPLIED;
                    default -> null;
                };
            default -> null;
        };
    }
}
