package io.deskpulse.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadTest {
    private static final int EVENTS = 5_000;

    static Stream<Supplier<Load>> loads() {
        return Stream.of(
                () -> new ChatLoad(7, 50),
                () -> new RoundLoad(7, 50),
                () -> new OrderLoad(7, 50, 1.5),
                () -> new TicketLoad(7, 50));
    }

    @ParameterizedTest
    @MethodSource("loads")
    void isValidAndTheSameForASeed(Supplier<Load> load) {
        List<SpecificRecord> events = events(load.get());

        assertThat(events)
                .isEqualTo(events(load.get()))
                .allSatisfy(event -> assertThat(EventValidity.check(event)).isNull());
        assertThat(events).extracting(EventStream::eventId).doesNotHaveDuplicates();
    }

    @Test
    void holdsTheBodiesItPromises() {
        assertThat(bodies(new OrderLoad(7, 50, 1.5)))
                .contains("OrderCreated", "OrderPaid", "OrderClosed", "OrderTroubled", "TroubleFixed", "ParcelTraced")
                .contains("RefundRequested", "RefundSucceeded", "OrderReviewed", "PaymentReminded", "ParcelShipped");
        assertThat(bodies(new TicketLoad(7, 50)))
                .contains("TicketOpened", "TicketAssigned", "TicketReplied", "TicketPaused", "TicketResumed")
                .contains("TicketResolved", "TicketClosed", "TicketReopened");
    }

    @Test
    void letsBuyersOrderInTheShopTheyChatWith() {
        Set<String> chatting = events(new ChatLoad(7, 50)).stream()
                .map(ChatEvent.class::cast)
                .map(event -> event.getShopId() + event.getBuyerId())
                .collect(Collectors.toSet());

        assertThat(events(new OrderLoad(8, 50, 0.5)))
                .extracting(OrderEvent.class::cast)
                .extracting(event -> event.getShopId() + event.getBuyerId())
                .isSubsetOf(chatting);
    }

    @Test
    void givesOneShopItsShareOfTheConversations() {
        List<ChatEvent> chats = events(new ChatLoad(7, 50, 4)).stream()
                .map(ChatEvent.class::cast)
                .toList();

        assertThat(shareOf("shop-hot", chats)).isBetween(0.37, 0.43);
    }

    @Test
    void letsAllSubjectsBeginInTurn() {
        ChatLoad load = new ChatLoad(7, 3);
        List<String> begun = new ArrayList<>();
        for (int slot = 0; slot < 3; slot++) {
            begun.add(((ChatEvent) load.next(slot, Instant.ofEpochMilli(slot))).getConversationId());
        }

        assertThat(begun).containsExactly("conversation-0", "conversation-1", "conversation-2");
        assertThat(load.begun()).isEqualTo(3);
    }

    private static double shareOf(String shop, List<ChatEvent> chats) {
        long of = chats.stream().filter(chat -> chat.getShopId().equals(shop)).count();
        return (double) of / chats.size();
    }

    private static List<SpecificRecord> events(Load load) {
        List<SpecificRecord> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(load.next(Instant.ofEpochMilli(1_000_000_000_000L + i)));
        }
        return events;
    }

    private static Set<String> bodies(Load load) {
        return events(load).stream()
                .map(event -> EventStream.of(event).body(event).getSchema().getName())
                .collect(Collectors.toSet());
    }
}
