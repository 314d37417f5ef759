package io.deskpulse.streaming.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.events.CallRang;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.SolutionAgreed;
import io.deskpulse.events.SolutionKind;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.events.TicketOpened;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class EntryReadersTest {
    private static final String KEY = "a key for the tests";
    private static final BuyerIdHash HASH = new BuyerIdHash(KEY);
    private static final Set<String> CONTACTS =
            Set.of("CallRang", "CallAnswered", "CallReleased", "CallWrappedUp", "PromiseMade", "PromiseKept");

    private final EventEncoder encoder = new EventEncoder();
    private final TicketEntryReader tickets = new TicketEntryReader(KEY);
    private final ContactEntryReader contacts = new ContactEntryReader(KEY);

    @Test
    void everyTicketSampleIsReadAndEveryKindIsKnown() throws RejectedEventException {
        EnumSet<TicketEntry.Kind> kinds = EnumSet.noneOf(TicketEntry.Kind.class);
        for (SpecificRecord sample : SampleEvents.events(EventStream.TICKETS)) {
            TicketEvent event = (TicketEvent) sample;
            TicketEntry entry = tickets.read(encoder.encode(sample));
            kinds.add(entry.kind());

            assertThat(entry.shopId()).isEqualTo(event.getShopId());
            assertThat(entry.ticketId()).isEqualTo(event.getTicketId());
            assertThat(entry.timeMillis()).isEqualTo(event.getEventTime().toEpochMilli());
            assertThat(entry.subject().buyerId()).isEqualTo(HASH.of(event.getBuyerId()));
        }
        assertThat(kinds).containsExactlyInAnyOrder(TicketEntry.Kind.values());
    }

    @Test
    void anOpeningAndASolutionKeepWhatMattersAndNoText() throws RejectedEventException {
        TicketEntry opened = ticket("TicketOpened");
        TicketEntry agreed = ticket("SolutionAgreed");

        assertThat(opened.label()).isEqualTo("QUALITY");
        assertThat(opened.priority()).isEqualTo("P2");
        assertThat(opened.reason()).isEqualTo("开线");
        assertThat(opened.flag()).isTrue();
        assertThat(opened.toString()).doesNotContain("太失望").doesNotContain("tb_29381");
        assertThat(agreed.label()).isEqualTo("COMPENSATION");
        assertThat(agreed.amountFen()).isEqualTo(4950);
        assertThat(agreed.dueMillis()).isGreaterThan(agreed.timeMillis());
    }

    @Test
    void overlongNamesAreCutAndBlankOnesAreNone() throws RejectedEventException {
        TicketEvent sample = (TicketEvent) SampleEvents.event(EventStream.TICKETS, "TicketOpened");
        TicketEvent strange = TicketEvent.newBuilder(sample)
                .setOrderId(" ")
                .setBody(new TicketOpened("c".repeat(100_000), "P1", false, "", null))
                .build();

        TicketEntry entry = tickets.read(encoder.encode(strange));

        assertThat(entry.label()).hasSize(200);
        assertThat(entry.reason()).isNull();
        assertThat(entry.subject().orderId()).isNull();
    }

    @Test
    void ofTheChatOnlyCallsAndPromisesAreRead() throws RejectedEventException {
        for (SpecificRecord sample : SampleEvents.events(EventStream.CHAT)) {
            ChatEvent event = (ChatEvent) sample;
            String body = EventStream.CHAT.body(sample).getSchema().getName();
            ContactEntry entry = contacts.read(encoder.encode(sample));

            assertThat(entry != null).as(body).isEqualTo(CONTACTS.contains(body) || event.getChannel() != Channel.CHAT);
            assertThat(entry).isEqualTo(ContactEntries.of(event, HASH));
        }
    }

    @Test
    void aCallTellsItsDirectionAndConsent() throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "CallRang");
        CallRang rang = (CallRang) sample.getBody();

        ContactEntry entry = contacts.read(encoder.encode(sample));

        assertThat(entry.kind()).isEqualTo(ContactEntry.Kind.RANG);
        assertThat(entry.label()).isEqualTo(rang.getDirection().name());
        assertThat(entry.consent()).isEqualTo(rang.getConsent());
        assertThat(entry.toString()).doesNotContain(sample.getBuyerId());
    }

    @Test
    void damagedMessagesAreRejected() {
        for (SpecificRecord sample : SampleEvents.events(EventStream.TICKETS)) {
            byte[] message = encoder.encode(sample);

            assertThatThrownBy(() -> tickets.read(Arrays.copyOf(message, message.length - 1)))
                    .isInstanceOf(RejectedEventException.class);
            assertRejected(Arrays.copyOf(message, message.length + 1), RejectionReason.UNDECODABLE);
        }
        assertRejected(new byte[] {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9}, RejectionReason.UNKNOWN_SCHEMA);
        byte[] call = encoder.encode(SampleEvents.event(EventStream.CHAT, "CallRang"));
        assertThatThrownBy(() -> contacts.read(Arrays.copyOf(call, call.length - 1)))
                .isInstanceOf(RejectedEventException.class);
        assertThatThrownBy(() -> contacts.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RejectedEventException.class);
    }

    @Test
    void impossibleValuesAreNamed() {
        TicketEvent sample = (TicketEvent) SampleEvents.event(EventStream.TICKETS, "SolutionAgreed");
        TicketEvent negative = TicketEvent.newBuilder(sample)
                .setBody(new SolutionAgreed(SolutionKind.REFUND, -1L, null))
                .build();
        TicketEvent noTicket = TicketEvent.newBuilder(sample).setTicketId(" ").build();

        assertThatThrownBy(() -> tickets.read(encoder.encode(negative))).hasMessageContaining("amount_fen");
        assertThatThrownBy(() -> tickets.read(encoder.encode(noTicket))).hasMessageContaining("ticket_id");
    }

    private TicketEntry ticket(String body) throws RejectedEventException {
        return tickets.read(encoder.encode(SampleEvents.event(EventStream.TICKETS, body)));
    }

    private void assertRejected(byte[] message, RejectionReason reason) {
        assertThatThrownBy(() -> tickets.read(message))
                .isInstanceOfSatisfying(
                        RejectedEventException.class,
                        e -> assertThat(e.rejection().reason()).isEqualTo(reason));
    }
}
