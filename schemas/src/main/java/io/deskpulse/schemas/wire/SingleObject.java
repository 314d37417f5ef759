package io.deskpulse.schemas.wire;

import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.RejectionReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The frame of Avro's single-object encoding: two marker bytes C3 01, the CRC-64-AVRO fingerprint of the writer's schema
 * (8 bytes, little-endian), then the datum in binary.
 *
 * @see "Apache Avro 1.12 specification, Single-object encoding"
 */
public final class SingleObject {

    /** Bytes before the datum. */
    public static final int HEADER_BYTES = 10;

    private static final byte MARKER = (byte) 0xC3;
    private static final byte VERSION = 0x01;

    private SingleObject() {}

    /** The fingerprint of a schema: CRC-64-AVRO of its parsing canonical form. */
    public static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /**
     * The fingerprint in the header of a message.
     *
     * @throws RejectedEventException {@code UNDECODABLE} when the message is null or does not begin with a whole header
     */
    public static long fingerprint(byte[] message) throws RejectedEventException {
        if (message == null || message.length < HEADER_BYTES) {
            int length = message == null ? 0 : message.length;
            throw undecodable("expected at least " + HEADER_BYTES + " bytes, got " + length);
        }
        if (message[0] != MARKER || message[1] != VERSION) {
            throw undecodable("expected Avro single-object encoding, which begins with C3 01");
        }
        return ByteBuffer.wrap(message, 2, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
    }

    /** The header of messages written with a schema. */
    public static byte[] header(Schema schema) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER)
                .put(VERSION)
                .putLong(fingerprint(schema))
                .array();
    }

    static RejectedEventException undecodable(String problem) {
        return new RejectedEventException(Rejection.of(RejectionReason.UNDECODABLE, problem));
    }
}
