package io.deskpulse.streaming.resolution;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.schemas.wire.SingleObject;
import io.deskpulse.streaming.sources.EventReader;
import java.io.IOException;
import java.util.Set;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads calls and promises out of the chat messages as {@link ContactEntry}s, the buyer hashed.
 *
 * <p>Nearly all messages are neither; of those only the header is looked at, and null is returned. Whatever does not look like
 * a message of the current schema is decoded in full.
 */
public final class ContactEntryReader implements EventReader<ContactEntry> {
    private static final int CHAT_CHANNEL = 0;
    private static final Set<String> BODIES =
            Set.of("CallRang", "CallAnswered", "CallReleased", "CallWrappedUp", "PromiseMade", "PromiseKept");

    private final String hashKey;
    private transient BuyerIdHash hash;
    private transient EventDecoder decoder;
    private transient boolean[] isOfUse;
    private transient long fingerprint;
    private transient BinaryDecoder in;

    /** A reader that hashes buyers under {@code hashKey}; see {@link BuyerIdHash} for what the key must be. */
    public ContactEntryReader(String hashKey) {
        this.hashKey = hashKey;
    }

    @Override
    public ContactEntry read(byte[] message) throws RejectedEventException {
        if (decoder == null) {
            open();
        }
        if (isOfNoUse(message)) {
            return null;
        }
        ChatEvent event = (ChatEvent) decoder.decode(EventStream.CHAT, message);
        Rejection problem = EventValidity.check(event);
        if (problem != null) {
            throw new RejectedEventException(problem);
        }
        return ContactEntries.of(event, hash);
    }

    private void open() {
        hash = new BuyerIdHash(hashKey);
        decoder = new EventDecoder();
        fingerprint = SingleObject.fingerprint(EventStream.CHAT.schema());
        isOfUse = new boolean[EventStream.CHAT.bodies().size()];
        for (int i = 0; i < isOfUse.length; i++) {
            isOfUse[i] = BODIES.contains(EventStream.CHAT.bodies().get(i).getName());
        }
    }

    /** Whether the header tells that it is a chat's message, assignment and so on; false when in doubt. */
    private boolean isOfNoUse(byte[] message) throws RejectedEventException {
        if (SingleObject.fingerprint(message) != fingerprint) {
            return false;
        }
        int header = SingleObject.HEADER_BYTES;
        in = DecoderFactory.get().binaryDecoder(message, header, message.length - header, in);
        try {
            in.skipString();
            in.readLong();
            in.skipString();
            in.skipString();
            in.skipString();
            int channel = in.readEnum();
            int body = in.readIndex();
            return channel == CHAT_CHANNEL && body >= 0 && body < isOfUse.length && !isOfUse[body];
        } catch (IOException | RuntimeException e) {
            return false; // garbage: Avro breaks in many ways, the full decoding names it
        }
    }
}
