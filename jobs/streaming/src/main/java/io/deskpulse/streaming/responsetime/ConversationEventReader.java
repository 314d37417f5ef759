package io.deskpulse.streaming.responsetime;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.streaming.sources.EventReader;

/**
 * Reads chat messages as {@link ConversationEvent}s, the buyer hashed, texts left behind.
 *
 * <p>Nearly all messages take {@link ConversationEventProjection}, which reads only the fields needed; whatever it does not
 * vouch for (an older schema, a rare body, a suspicious value) is decoded in full, checked, and rejected with its reason.
 */
public final class ConversationEventReader implements EventReader<ConversationEvent> {
    private final String hashKey;
    private transient BuyerIdHash hash;
    private transient EventDecoder decoder;
    private transient ConversationEventProjection projection;

    /** A reader that hashes buyers under {@code hashKey}; see {@link BuyerIdHash} for what the key must be. */
    public ConversationEventReader(String hashKey) {
        this.hashKey = hashKey;
    }

    @Override
    public ConversationEvent read(byte[] message) throws RejectedEventException {
        if (projection == null) {
            hash = new BuyerIdHash(hashKey);
            decoder = new EventDecoder();
            projection = new ConversationEventProjection(hash);
        }
        ConversationEvent event = projection.read(message);
        return event != null ? event : readInFull(message);
    }

    private ConversationEvent readInFull(byte[] message) throws RejectedEventException {
        ChatEvent event = (ChatEvent) decoder.decode(EventStream.CHAT, message);
        Rejection problem = EventValidity.check(event);
        if (problem != null) {
            throw new RejectedEventException(problem);
        }
        return ConversationEvents.of(event, hash);
    }
}
