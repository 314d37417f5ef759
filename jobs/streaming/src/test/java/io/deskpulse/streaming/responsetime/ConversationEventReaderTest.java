package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationRated;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ConversationEventReaderTest {
    private static final String KEY = "a key for the tests";
    private static final BuyerIdHash HASH = new BuyerIdHash(KEY);

    private final EventEncoder encoder = new EventEncoder();
    private final ConversationEventReader reader = new ConversationEventReader(KEY);
    private final ConversationEventProjection projection = new ConversationEventProjection(HASH);

    @Test
    void readsEverySampleAsTheFullDecodingDoes() throws RejectedEventException {
        for (SpecificRecord sample : SampleEvents.events(EventStream.CHAT)) {
            assertThat(reader.read(encoder.encode(sample))).isEqualTo(ConversationEvents.of((ChatEvent) sample, HASH));
        }
    }

    @Test
    void theProjectionVouchesForTheBodiesThatFillAShopsDay() {
        for (String body : new String[] {
            "MessageSent",
            "ConversationOpened",
            "BotHandedOff",
            "AgentAssigned",
            "ConversationTransferred",
            "ConversationClosed",
            "RatingInvited",
            "ConversationRated"
        }) {
            ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, body);

            assertThat(projection.read(encoder.encode(sample))).as(body).isEqualTo(ConversationEvents.of(sample, HASH));
        }
    }

    @Test
    void callsAndPromisesOnlyMoveTheConversationsTimes() throws RejectedEventException {
        ConversationEvent call = reader.read(encoder.encode(SampleEvents.event(EventStream.CHAT, "CallReleased")));

        assertThat(call.kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void theBuyerIsHashedAndNoTextIsKept() throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "MessageSent");
        ConversationEvent event = reader.read(encoder.encode(sample));

        assertThat(event.buyerId()).isEqualTo(HASH.of(sample.getBuyerId())).isNotEqualTo(sample.getBuyerId());
        assertThat(event.toString()).doesNotContain(sample.getBuyerId());
    }

    @Test
    void damagedMessagesAreRejectedAndNeverMisread() {
        SplittableRandom random = new SplittableRandom(5);
        for (SpecificRecord sample : SampleEvents.events(EventStream.CHAT)) {
            byte[] message = encoder.encode(sample);
            byte[] cut = Arrays.copyOf(message, message.length - 1 - random.nextInt(message.length / 2));
            byte[] longer = Arrays.copyOf(message, message.length + 1);

            assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(RejectedEventException.class);
            assertRejected(longer, RejectionReason.UNDECODABLE);
        }
        assertRejected(new byte[] {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9}, RejectionReason.UNKNOWN_SCHEMA);
        assertRejected("{}".getBytes(StandardCharsets.UTF_8), RejectionReason.UNDECODABLE);
    }

    @Test
    void impossibleValuesAreNamed() {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "ConversationRated");
        ChatEvent noShop = ChatEvent.newBuilder(sample).setShopId(" ").build();
        ChatEvent score = ChatEvent.newBuilder(sample)
                .setBody(new ConversationRated(5, "INVITED"))
                .build();

        assertThatThrownBy(() -> reader.read(encoder.encode(noShop))).hasMessageContaining("shop_id");
        assertThatThrownBy(() -> reader.read(encoder.encode(score)))
                .hasMessageContaining("score")
                .hasMessageContaining("0 to 4");
    }

    private void assertRejected(byte[] message, RejectionReason reason) {
        assertThatThrownBy(() -> reader.read(message))
                .isInstanceOfSatisfying(
                        RejectedEventException.class,
                        e -> assertThat(e.rejection().reason()).isEqualTo(reason));
    }
}
