package io.deskpulse.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.schemas.EventModel;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.schemas.testing.SampleEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireFormatTest {

    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();

    @Test
    void messageIsWhatAvrosOwnCodecWritesAndReads() throws IOException {
        ChatEvent event = (ChatEvent) SampleEvents.event(EventStream.CHAT, "MessageSent");

        byte[] message = encoder.encode(event);

        BinaryMessageDecoder<ChatEvent> avro =
                new BinaryMessageDecoder<>(EventModel.INSTANCE, ChatEvent.getClassSchema());
        assertThat(message).isEqualTo(event.toByteBuffer().array());
        assertThat(avro.decode(message)).isEqualTo(event);
    }

    @Test
    void headerCarriesTheFingerprintOfTheSchema() throws RejectedEventException {
        byte[] message = encoder.encode(SampleEvents.event(EventStream.CHAT, "BotHandedOff"));

        assertThat(message).startsWith(0xC3, 0x01);
        assertThat(SingleObject.fingerprint(message)).isEqualTo(SingleObject.fingerprint(EventStream.CHAT.schema()));
        assertThat(SchemaCatalog.released().writerSchema(EventStream.CHAT, SingleObject.fingerprint(message)))
                .isEqualTo(EventStream.CHAT.schema());
        assertThat(SchemaCatalog.released().writerSchema(EventStream.ORDERS, SingleObject.fingerprint(message)))
                .isNull();
    }

    @Test
    void messagesDoNotShareTheEncodersBuffer() {
        byte[] first = encoder.encode(SampleEvents.event(EventStream.CHAT, "MessageSent"));
        byte[] copy = first.clone();
        encoder.encode(SampleEvents.event(EventStream.TICKETS, "TicketOpened"));

        assertThat(first).isEqualTo(copy);
    }

    @ParameterizedTest
    @MethodSource("io.deskpulse.schemas.testing.SampleEvents#events()")
    void everyTruncationIsUndecodable(SpecificRecord event) {
        byte[] message = encoder.encode(event);

        for (int length = 0; length < message.length; length++) {
            assertRejected(RejectionReason.UNDECODABLE, EventStream.of(event), Arrays.copyOf(message, length));
        }
    }

    @ParameterizedTest
    @MethodSource("io.deskpulse.schemas.testing.SampleEvents#events()")
    void bytesAfterTheEventAreUndecodable(SpecificRecord event) {
        byte[] message = encoder.encode(event);

        RejectedEventException e = assertRejected(
                RejectionReason.UNDECODABLE, EventStream.of(event), Arrays.copyOf(message, message.length + 1));

        assertThat(e.rejection().detail()).isEqualTo("bytes are left over after the event");
    }

    @Test
    void nullAndForeignBytesAreUndecodable() {
        assertThat(assertRejected(RejectionReason.UNDECODABLE, EventStream.CHAT, null))
                .hasMessage("UNDECODABLE: expected at least 10 bytes, got 0");
        assertThat(assertRejected(RejectionReason.UNDECODABLE, EventStream.CHAT, "{\"stream\":\"chat\"}".getBytes()))
                .hasMessage("UNDECODABLE: expected Avro single-object encoding, which begins with C3 01");
    }

    @Test
    void aSchemaOfAnotherStreamIsUnknown() {
        byte[] message = encoder.encode(SampleEvents.event(EventStream.ORDERS, "OrderPaid"));

        RejectedEventException e = assertRejected(RejectionReason.UNKNOWN_SCHEMA, EventStream.CHAT, message);

        assertThat(e.rejection().detail())
                .isEqualTo(String.format(
                        "no released schema of deskpulse.chat.v1 has fingerprint %016x",
                        SingleObject.fingerprint(EventStream.ORDERS.schema())));
    }

    /** A few bytes must not make the decoder allocate what they claim to hold. */
    @Test
    void aGiganticLengthIsUndecodable() throws IOException {
        for (long length : new long[] {Integer.MAX_VALUE - 8L, Integer.MAX_VALUE, Long.MAX_VALUE, -1}) {
            assertRejected(RejectionReason.UNDECODABLE, EventStream.CHAT, message(EventStream.CHAT, length));
        }
    }

    @Test
    void aGiganticListIsUndecodable() throws IOException {
        byte[] event = encoder.encode(SampleEvents.event(EventStream.ORDERS, "OrderCreated"));
        byte[] header =
                new byte[] {2, 'e', 2, 2, 's', 2, 'o', 2, 'b', 0}; // ids of one letter, time 1, body 0: OrderCreated
        for (long items : new long[] {Integer.MAX_VALUE - 8L, Long.MAX_VALUE, Long.MIN_VALUE}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(event, 0, SingleObject.HEADER_BYTES);
            out.write(header);
            BinaryEncoder avro = EncoderFactory.get().directBinaryEncoder(out, null);
            avro.writeLong(items);
            assertRejected(RejectionReason.UNDECODABLE, EventStream.ORDERS, out.toByteArray());
        }
    }

    /** Whatever garbage follows a good header: an event or a rejection, nothing else. */
    @Test
    void garbageNeverEscapesAsAnotherException() {
        SplittableRandom random = new SplittableRandom(7);
        int rejected = 0;
        for (int i = 0; i < 20_000; i++) {
            EventStream stream = EventStream.values()[i % EventStream.values().length];
            byte[] garbage = new byte[random.nextInt(80)];
            random.nextBytes(garbage);
            byte[] message = ByteBuffer.allocate(SingleObject.HEADER_BYTES + garbage.length)
                    .put(SingleObject.header(stream.schema()))
                    .put(garbage)
                    .array();
            try {
                decoder.decode(stream, message);
            } catch (RejectedEventException e) {
                rejected++;
            }
        }
        assertThat(rejected).isGreaterThan(19_000);
    }

    @Test
    void aFlippedByteIsAnEventOrARejection() {
        SplittableRandom random = new SplittableRandom(8);
        for (SpecificRecord event : SampleEvents.events()) {
            byte[] message = encoder.encode(event);
            for (int i = 0; i < message.length; i++) {
                byte[] damaged = message.clone();
                damaged[i] ^= (byte) (1 + random.nextInt(255));
                try {
                    decoder.decode(EventStream.of(event), damaged);
                } catch (RejectedEventException e) {
                    assertThat(e.rejection().reason())
                            .isIn(RejectionReason.UNDECODABLE, RejectionReason.UNKNOWN_SCHEMA);
                }
            }
        }
    }

    @Test
    void decoderGoesOnAfterARejection() throws RejectedEventException {
        SpecificRecord event = SampleEvents.event(EventStream.CHAT, "MessageSent");
        byte[] message = encoder.encode(event);
        assertRejected(RejectionReason.UNDECODABLE, EventStream.CHAT, Arrays.copyOf(message, 40));

        assertThat(decoder.decode(EventStream.CHAT, message)).isEqualTo(event);
    }

    @Test
    void encoderGoesOnAfterAnInvalidEvent() {
        SpecificRecord event = SampleEvents.event(EventStream.CHAT, "MessageSent");
        byte[] message = encoder.encode(event);
        assertThatThrownBy(() -> encoder.encode(new ChatEvent())).isInstanceOf(RuntimeException.class);

        assertThat(encoder.encode(event)).isEqualTo(message);
    }

    private static byte[] message(EventStream stream, long firstNumber) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(SingleObject.header(stream.schema()));
        EncoderFactory.get().directBinaryEncoder(out, null).writeLong(firstNumber);
        out.write('x');
        return out.toByteArray();
    }

    private RejectedEventException assertRejected(RejectionReason reason, EventStream stream, byte[] message) {
        RejectedEventException e =
                catchThrowableOfType(RejectedEventException.class, () -> decoder.decode(stream, message));
        assertThat(e).isNotNull();
        assertThat(e.rejection().reason()).isEqualTo(reason);
        return e;
    }
}
