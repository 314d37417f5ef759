package io.deskpulse.streaming.resolution;

import io.deskpulse.events.TicketEvent;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.streaming.sources.EventReader;

/** Reads ticket messages as {@link TicketEntry}s, the buyer hashed, texts left behind. */
public final class TicketEntryReader implements EventReader<TicketEntry> {
    private final String hashKey;
    private transient BuyerIdHash hash;
    private transient EventDecoder decoder;

    /** A reader that hashes buyers under {@code hashKey}; see {@link BuyerIdHash} for what the key must be. */
    public TicketEntryReader(String hashKey) {
        this.hashKey = hashKey;
    }

    @Override
    public TicketEntry read(byte[] message) throws RejectedEventException {
        if (decoder == null) {
            hash = new BuyerIdHash(hashKey);
            decoder = new EventDecoder();
        }
        TicketEvent event = (TicketEvent) decoder.decode(EventStream.TICKETS, message);
        Rejection problem = EventValidity.check(event);
        if (problem != null) {
            throw new RejectedEventException(problem);
        }
        return TicketEntries.of(event, hash);
    }
}
