package io.deskpulse.schemas.wire;

import io.deskpulse.schemas.EventModel;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.RejectionReason;
import java.io.EOFException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Kafka values to events: Avro single-object encoding by any writer of the catalog, resolved to the schema of this release.
 *
 * <p>Says nothing about what the fields hold: {@code EventValidity} does. Reuses its readers and is not safe for use by
 * several threads: one decoder a thread.
 */
public final class EventDecoder {

    private final SchemaCatalog catalog;
    private final Map<EventStream, Map<Long, DatumReader<SpecificRecord>>> readers = new EnumMap<>(EventStream.class);
    private BinaryDecoder decoder;

    /** A decoder for everything ever released. */
    public EventDecoder() {
        this(SchemaCatalog.released());
    }

    /** A decoder for the writers of a catalog. */
    public EventDecoder(SchemaCatalog catalog) {
        this.catalog = catalog;
        for (EventStream stream : EventStream.values()) {
            readers.put(stream, new HashMap<>());
        }
    }

    /**
     * The event of one message, a new object of the stream's {@link EventStream#recordClass()}.
     *
     * @throws RejectedEventException {@code UNKNOWN_SCHEMA} when the fingerprint is not in the catalog, {@code
     *     UNDECODABLE} when there is no header or the rest is not exactly one event: cut short, too long, or garbage
     */
    public SpecificRecord decode(EventStream stream, byte[] message) throws RejectedEventException {
        DatumReader<SpecificRecord> reader = reader(stream, SingleObject.fingerprint(message));
        int length = message.length - SingleObject.HEADER_BYTES;
        decoder = DecoderFactory.get().binaryDecoder(message, SingleObject.HEADER_BYTES, length, decoder);
        try {
            SpecificRecord event = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw SingleObject.undecodable("bytes are left over after the event");
            }
            return event;
        } catch (EOFException e) {
            throw SingleObject.undecodable("the event is cut short");
        } catch (IOException | RuntimeException e) {
            // Avro answers garbage with whatever breaks first (index, cast, negative size, size limit): all bad input
            // here.
            throw SingleObject.undecodable(
                    "not an event of the schema it names (" + e.getClass().getSimpleName() + ")");
        }
    }

    private DatumReader<SpecificRecord> reader(EventStream stream, long fingerprint) throws RejectedEventException {
        DatumReader<SpecificRecord> known = readers.get(stream).get(fingerprint);
        if (known != null) {
            return known;
        }
        Schema writer = catalog.writerSchema(stream, fingerprint);
        if (writer == null) {
            throw new RejectedEventException(Rejection.of(
                    RejectionReason.UNKNOWN_SCHEMA,
                    String.format("no released schema of %s has fingerprint %016x", stream.topic(), fingerprint)));
        }
        DatumReader<SpecificRecord> reader = new SpecificDatumReader<>(writer, stream.schema(), EventModel.INSTANCE);
        readers.get(stream).put(fingerprint, reader);
        return reader;
    }
}
