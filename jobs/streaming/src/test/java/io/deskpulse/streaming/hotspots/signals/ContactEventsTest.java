package io.deskpulse.streaming.hotspots.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.BotHandedOff;
import io.deskpulse.events.CallAnswered;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.ConversationRated;
import io.deskpulse.events.ConversationTransferred;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.metrics.complaints.contacts.ContactEvent.Kind;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.EventReader;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What hotspots take of a chat. */
class ContactEventsTest {
    @Test
    void whoAskedAndWhoAnsweredIsReadAndTheRestIsLeftOut() throws RejectedEventException {
        assertThat(line(new ConversationOpened(ConversationEntry.ROBOT, null))).isEqualTo("OPENED_AT_ROBOT null null");
        assertThat(line(new ConversationOpened(ConversationEntry.QUEUE, null))).isEqualTo("AT_HUMAN null null");
        assertThat(line(new BotHandedOff())).isEqualTo("AT_HUMAN null null");
        assertThat(line(new AgentAssigned("a"))).isEqualTo("AT_HUMAN null null");
        assertThat(line(new ConversationTransferred("a", "b", null))).isEqualTo("AT_HUMAN null null");
        assertThat(line(new CallAnswered("a"))).isEqualTo("ANSWERED a null");
        assertThat(line(new MessageSent(Sender.BUYER, null, "在吗", "k1", null))).isEqualTo("BUYER_SPOKE null k1");
        assertThat(line(new MessageSent(Sender.AGENT, "a", null, null, null))).isEqualTo("ANSWERED a null");
        assertThat(line(new MessageSent(Sender.BOT_ASSISTED, " ", null, null, null)))
                .isEqualTo("ANSWERED null null");
        assertThat(line(new MessageSent(Sender.BOT_AUTO, null, null, "k1", null)))
                .isNull();
        assertThat(line(new MessageSent(Sender.SYSTEM, null, null, null, null))).isNull();
        assertThat(line(new ConversationRated(0, "INVITED"))).isNull();
    }

    private static String line(SpecificRecord body) throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "MessageSent");
        byte[] message = new EventEncoder()
                .encode(ChatEvent.newBuilder(sample).setBody(body).build());
        ContactEvent event =
                ContactEvents.of(EventReader.chat("0123456789abcdef").read(message));
        if (event == null) {
            return null;
        }
        assertThat(event.conversationId()).isEqualTo(sample.getConversationId());
        assertThat(event.complaint()).isNull();
        assertThat(Kind.values()).contains(event.kind());
        return event.kind() + " " + event.account() + " " + event.skuId();
    }
}
