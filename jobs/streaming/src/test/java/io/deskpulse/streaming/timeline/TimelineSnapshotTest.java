package io.deskpulse.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.responsetime.ConversationState;
import io.deskpulse.metrics.responsetime.ConversationStateForm;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecSerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What savepoints remember a codec by, today and in releases. */
class TimelineSnapshotTest {
    private static final int BY_CLASS_NAME = 1;
    private static final int BY_ID = 2;

    private static final Codec<TimelineState<ConversationState>> TODAY =
            new TimelineStateCodec<>(ConversationStateForm.INSTANCE);

    @Test
    void aSavepointOfTodayNamesTheFormAndNoClassOfOurs() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        new CodecSerializer<>(TODAY).snapshotConfiguration().writeSnapshot(out);

        assertThat(new DataInputDeserializer(out.getCopyOfBuffer()).readUTF()).isEqualTo("conversation-timeline/3");
        TypeSerializerSnapshot<TimelineState<ConversationState>> again = read(BY_ID, "conversation-timeline/3");
        assertThat(again.restoreSerializer()).isEqualTo(new CodecSerializer<>(TODAY));
        assertThat(today().resolveSchemaCompatibility(again).isCompatibleAsIs()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "io.deskpulse.streaming.responsetime.ConversationTimelineCodec$State, conversation-timeline/1",
        "io.deskpulse.streaming.responsetime.ConversationTimelineCodec$StateWithContacts, conversation-timeline/2",
        "io.deskpulse.streaming.resolution.TicketTimelineCodec$State, ticket-timeline/1",
        "io.deskpulse.streaming.resolution.ContactTimelineCodec$State, contact-timeline/1",
        "io.deskpulse.streaming.conversion.BuyerTimelineCodec$State, buyer-timeline/1"
    })
    void aClassThatIsGoneIsStillKnownByItsName(String className, String id) throws IOException {
        assertThatThrownBy(() -> Class.forName(className)).isInstanceOf(ClassNotFoundException.class);

        TypeSerializerSnapshot<TimelineState<Object>> released = read(BY_CLASS_NAME, className);

        assertThat(released.restoreSerializer())
                .isEqualTo(read(BY_ID, id).restoreSerializer())
                .isInstanceOf(CodecSerializer.class);
    }

    @Test
    void stateOfAnOlderFormIsReadByThatAndWrittenByTodays() throws IOException {
        for (String older : List.of("conversation-timeline/1", "conversation-timeline/2")) {
            TypeSerializerSnapshot<TimelineState<ConversationState>> released = read(BY_ID, older);

            assertThat(today().resolveSchemaCompatibility(released).isCompatibleAfterMigration())
                    .as(older)
                    .isTrue();
        }
    }

    @Test
    void stateOfAnotherFamilyIsRefused() throws IOException {
        TypeSerializerSnapshot<TimelineState<ConversationState>> tickets = read(BY_ID, "ticket-timeline/1");

        assertThat(today().resolveSchemaCompatibility(tickets).isIncompatible()).isTrue();
    }

    @Test
    void whatNoReleaseWroteIsNamedInTheError() {
        assertThatThrownBy(() -> read(BY_ID, "conversation-timeline/99"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("conversation-timeline/99")
                .hasMessageContaining("conversation-timeline/3");
        assertThatThrownBy(() -> read(BY_CLASS_NAME, "com.example.Gone"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("com.example.Gone");
        assertThatThrownBy(() -> read(3, "conversation-timeline/3")).hasMessageContaining("version 3");
    }

    @Test
    void aCodecThatNoRestoredJobCouldFindIsRefusedByTheFirstCheckpoint() {
        TypeSerializerSnapshot<String> snapshot = new CodecSerializer<>(new Unlisted()).snapshotConfiguration();

        assertThatThrownBy(() -> snapshot.writeSnapshot(new DataOutputSerializer(64)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Unlisted.class.getName());
    }

    @Test
    void everyFormIsListedOnceAndAReleasedOneIsNeverWritten() {
        List<Codec<?>> codecs = new TimelineCodecs().codecs();

        assertThat(codecs).extracting(Codec::id).doesNotHaveDuplicates().hasSize(11);
        assertThat(codecs).filteredOn(ReleasedTimelineCodec.class::isInstance).hasSize(5);
        assertThatThrownBy(() -> released(ConversationStateForm.INSTANCE).write(null, new DataOutputSerializer(1)))
                .hasMessageContaining("conversation-timeline/1 is only read");
    }

    private static <S> Codec<TimelineState<S>> released(StateForm<S> form) {
        return new ReleasedTimelineCodec<>(form.released().get(0));
    }

    private static TypeSerializerSnapshot<TimelineState<ConversationState>> today() {
        return new CodecSerializer<>(TODAY).snapshotConfiguration();
    }

    private static <T> TypeSerializerSnapshot<T> read(int version, String name) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF(name);
        CodecSerializer.Snapshot<T> snapshot = new CodecSerializer.Snapshot<>();
        snapshot.readSnapshot(
                version, new DataInputDeserializer(out.getCopyOfBuffer()), TimelineSnapshotTest.class.getClassLoader());
        return snapshot;
    }

    private static final class Unlisted implements Codec<String> {
        @Override
        public void write(String element, DataOutput out) throws IOException {
            out.writeUTF(element);
        }

        @Override
        public String read(DataInput in) throws IOException {
            return in.readUTF();
        }
    }
}
