package io.deskpulse.schemas.wire;

import io.deskpulse.schemas.EventModel;
import io.deskpulse.schemas.EventStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events to Kafka values: Avro single-object encoding with the schema of this release.
 *
 * <p>Reuses its buffers and is not safe for use by several threads: one encoder a thread.
 */
public final class EventEncoder {

    private final Map<EventStream, Target> targets = new EnumMap<>(EventStream.class);
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;

    /** An encoder for the events of all streams. */
    public EventEncoder() {
        for (EventStream stream : EventStream.values()) {
            byte[] header = SingleObject.header(stream.schema());
            targets.put(stream, new Target(header, new SpecificDatumWriter<>(stream.schema(), EventModel.INSTANCE)));
        }
    }

    /**
     * The message for one event, in an array of its own.
     *
     * @throws IllegalArgumentException when it is none of the four event records
     * @throws RuntimeException of Avro's choice when a required field is null; {@code EventValidity} tells beforehand
     */
    public byte[] encode(SpecificRecord event) {
        Target target = targets.get(EventStream.of(event));
        buffer.reset();
        buffer.writeBytes(target.header());
        encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
        try {
            target.writer().write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return buffer.toByteArray();
    }

    private record Target(byte[] header, SpecificDatumWriter<SpecificRecord> writer) {}
}
