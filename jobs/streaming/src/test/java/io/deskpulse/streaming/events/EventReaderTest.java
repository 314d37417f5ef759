package io.deskpulse.streaming.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationRated;
import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderLine;
import io.deskpulse.events.OrderPaid;
import io.deskpulse.events.SolutionAgreed;
import io.deskpulse.events.SolutionKind;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.schemas.wire.SingleObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final String KEY = "a key for the tests";
    private static final BuyerIdHash HASH = new BuyerIdHash(KEY);

    private final EventEncoder encoder = new EventEncoder();
    private final EventReader<ChatReading> chat = EventReader.chat(KEY);
    private final EventReader<OrderReading> orders = EventReader.orders(KEY);
    private final EventReader<TicketReading> tickets = EventReader.tickets(KEY);
    private final EventReader<AgentReading> agents = EventReader.agents();

    @Test
    void aReadingTellsWhoWhereAndWhenAndHashesTheBuyer() throws RejectedEventException {
        for (EventReader<?> reader : List.of(chat, orders, tickets, agents)) {
            for (SpecificRecord sample : SampleEvents.events(stream(reader))) {
                Reading reading = reader.read(encoder.encode(sample));

                assertThat(reading.eventId()).isEqualTo(EventStream.eventId(sample));
                assertThat(reading.timeMillis()).isEqualTo(EventStream.eventTimeMillis(sample));
                assertThat(reading.shopId()).isEqualTo(EventStream.shopId(sample));
                if (reading instanceof BuyerReading ofBuyer) {
                    assertThat(ofBuyer.buyerId()).isEqualTo(HASH.of((String) sample.get(4)));
                }
            }
        }
    }

    @Test
    void everyBodyHasItsConstant() throws RejectedEventException {
        ChatReading said = chat.read(encoder.encode(SampleEvents.event(EventStream.CHAT, "CallWrappedUp")));

        assertThat(said.body()).isEqualTo(ChatReading.Body.CALL_WRAPPED_UP);
        assertThat(ChatReading.Body.values()).hasSameSizeAs(EventStream.CHAT.bodies());
        assertThat(OrderReading.Body.values()).hasSameSizeAs(EventStream.ORDERS.bodies());
        assertThat(TicketReading.Body.values()).hasSameSizeAs(EventStream.TICKETS.bodies());
        assertThat(AgentReading.Body.values()).hasSameSizeAs(EventStream.AGENTS.bodies());
    }

    @Test
    void aShiftTellsItsEndsAndAPresenceItsStatus() throws RejectedEventException {
        AgentReading shift = agents.read(encoder.encode(SampleEvents.event(EventStream.AGENTS, "ShiftPlanned")));

        assertThat(shift.body()).isEqualTo(AgentReading.Body.SHIFT_PLANNED);
        assertThat(Instant.ofEpochMilli(shift.from(0))).isEqualTo("2026-11-11T10:00:00Z");
        assertThat(Instant.ofEpochMilli(shift.to(0))).isEqualTo("2026-11-11T18:00:00Z");
        assertThat(shift.status()).isNull();

        AgentReading came = agents.read(encoder.encode(SampleEvents.event(EventStream.AGENTS, "AgentPresenceChanged")));

        assertThat(came.agentId()).isEqualTo("lanyue-xiaomei");
        assertThat(came.status()).isEqualTo("ONLINE");
        assertThat(came.from(7)).isEqualTo(7);
    }

    @Test
    void whatABodyDoesNotHaveIsNeverThatOfTheMessageBefore() throws RejectedEventException {
        chat.read(encoder.encode(SampleEvents.event(EventStream.CHAT, "ConversationTransferred")));
        ChatReading said = chat.read(encoder.encode(SampleEvents.event(EventStream.CHAT, "RatingInvited")));

        assertThat(said.toAgentId()).isNull();
        assertThat(said.score(-1)).isEqualTo(-1);
        assertThat(said.consent()).isNull();
    }

    @Test
    void damagedMessagesAreRejectedAndNeverMisread() {
        SplittableRandom random = new SplittableRandom(5);
        for (EventReader<?> reader : List.of(chat, orders, tickets, agents)) {
            for (SpecificRecord sample : SampleEvents.events(stream(reader))) {
                byte[] message = encoder.encode(sample);
                byte[] cut = Arrays.copyOf(message, message.length - 1 - random.nextInt(message.length / 2));
                byte[] longer = Arrays.copyOf(message, message.length + 1);

                assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(RejectedEventException.class);
                assertRejected(reader, longer, RejectionReason.UNDECODABLE);
            }
            byte[] unknown = {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9};
            assertRejected(reader, unknown, RejectionReason.UNKNOWN_SCHEMA);
            assertRejected(reader, "{}".getBytes(StandardCharsets.UTF_8), RejectionReason.UNDECODABLE);
            assertRejected(reader, new byte[0], RejectionReason.UNDECODABLE);
        }
    }

    @Test
    void aLengthBeyondAllLimitsIsGarbageLikeAnyOther() {
        byte[] frame = SingleObject.header(EventStream.CHAT.schema());
        byte[] message = Arrays.copyOf(frame, frame.length + 10);
        Arrays.fill(message, frame.length, message.length - 1, (byte) 0xFE);
        message[message.length - 1] = 1;

        assertRejected(chat, message, RejectionReason.UNDECODABLE);
    }

    @Test
    void impossibleValuesAreNamed() {
        ChatEvent rated = (ChatEvent) SampleEvents.event(EventStream.CHAT, "ConversationRated");
        OrderEvent paid = (OrderEvent) SampleEvents.event(EventStream.ORDERS, "OrderPaid");
        TicketEvent agreed = (TicketEvent) SampleEvents.event(EventStream.TICKETS, "SolutionAgreed");

        assertNamed(chat, ChatEvent.newBuilder(rated).setShopId(" ").build(), "shop_id");
        assertNamed(
                chat,
                ChatEvent.newBuilder(rated)
                        .setBody(new ConversationRated(5, "INVITED"))
                        .build(),
                "field 'score': expected 0 to 4, got 5");
        assertNamed(
                orders,
                OrderEvent.newBuilder(paid).setBody(new OrderPaid(-1L, null)).build(),
                "amount_fen");
        assertNamed(orders, OrderEvent.newBuilder(paid).setOrderId("\u3000").build(), "order_id");
        assertNamed(
                orders,
                OrderEvent.newBuilder(paid)
                        .setBody(new OrderCreated(
                                List.of(new OrderLine("a", 1, 0L), new OrderLine("b", 0, 0L)), null, false))
                        .build(),
                "lines[1].quantity");
        assertNamed(
                tickets,
                TicketEvent.newBuilder(agreed)
                        .setBody(new SolutionAgreed(SolutionKind.REFUND, -1L, null))
                        .build(),
                "amount_fen");
        assertNamed(tickets, TicketEvent.newBuilder(agreed).setTicketId(" ").build(), "ticket_id");
    }

    @Test
    void aReaderTravelsToItsTaskBeforeItReads() throws Exception {
        EventReader<ChatReading> travelled = InstantiationUtil.clone(chat);
        SpecificRecord sample = SampleEvents.event(EventStream.CHAT, "MessageSent");

        assertThat(travelled.read(encoder.encode(sample)).sender()).isEqualTo("BUYER");
    }

    private void assertNamed(EventReader<?> reader, SpecificRecord event, String named) {
        assertThatThrownBy(() -> reader.read(encoder.encode(event)))
                .isInstanceOf(RejectedEventException.class)
                .hasMessageContaining(named);
    }

    private static void assertRejected(EventReader<?> reader, byte[] message, RejectionReason reason) {
        assertThatThrownBy(() -> reader.read(message))
                .isInstanceOfSatisfying(
                        RejectedEventException.class,
                        e -> assertThat(e.rejection().reason()).isEqualTo(reason));
    }

    private EventStream stream(EventReader<?> reader) {
        return Map.of(
                        chat,
                        EventStream.CHAT,
                        orders,
                        EventStream.ORDERS,
                        tickets,
                        EventStream.TICKETS,
                        agents,
                        EventStream.AGENTS)
                .get(reader);
    }
}
