package io.deskpulse.streaming.events;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.wire.EventDecoder;
import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the messages of one stream; buyer ids are hashed and texts left behind here, at the source.
 *
 * <p>Nearly all messages are read off their bytes. Whatever that cannot vouch for (an older schema, a suspicious value, garbage) is
 * decoded in full, checked, and rejected with its reason or read all the same.
 *
 * @param <R> what it makes of a message
 */
public final class EventReader<R extends Reading> implements Serializable {
    private final EventStream stream;
    private final Form<R> form;
    private transient R reading;
    private transient EventDecoder decoder;

    /** Makes the one reading of a reader. */
    private interface Form<R> extends Supplier<R>, Serializable {}

    private EventReader(EventStream stream, Form<R> form) {
        this.stream = stream;
        this.form = form;
    }

    /** Reads chat messages; buyers are hashed under {@code hashKey}, of which {@link BuyerIdHash} says what it must be. */
    public static EventReader<ChatReading> chat(String hashKey) {
        return new EventReader<>(EventStream.CHAT, () -> new ChatReading(new BuyerIdHash(hashKey)));
    }

    /** Reads order messages; buyers are hashed under {@code hashKey}. */
    public static EventReader<OrderReading> orders(String hashKey) {
        return new EventReader<>(EventStream.ORDERS, () -> new OrderReading(new BuyerIdHash(hashKey)));
    }

    /** Reads ticket messages; buyers are hashed under {@code hashKey}. */
    public static EventReader<TicketReading> tickets(String hashKey) {
        return new EventReader<>(EventStream.TICKETS, () -> new TicketReading(new BuyerIdHash(hashKey)));
    }

    /** Reads messages about accounts, in which no buyer has a part. */
    public static EventReader<AgentReading> agents() {
        return new EventReader<>(EventStream.AGENTS, AgentReading::new);
    }

    /** Whose messages it reads. */
    EventStream stream() {
        return stream;
    }

    /**
     * Reads one message.
     *
     * @return the reader's one reading, good until the next call
     * @throws RejectedEventException when the message is not a valid event, saying why
     */
    public R read(byte[] message) throws RejectedEventException {
        if (reading == null) {
            reading = form.get();
            decoder = new EventDecoder();
        }
        if (!reading.read(message)) {
            reading.take(decodeAndCheck(message));
        }
        return reading;
    }

    private SpecificRecord decodeAndCheck(byte[] message) throws RejectedEventException {
        SpecificRecord event = decoder.decode(stream, message);
        Rejection problem = EventValidity.check(event);
        if (problem != null) {
            throw new RejectedEventException(problem);
        }
        return event;
    }
}
