package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderLine;
import io.deskpulse.events.OrderPaid;
import io.deskpulse.events.ParcelTraced;
import io.deskpulse.events.RefundRequested;
import io.deskpulse.events.Sender;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.OrderReading;
import io.deskpulse.streaming.facts.ShopKey;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuyerEventsTest {
    private static final String KEY = "a key for the tests";
    private static final BuyerIdHash HASH = new BuyerIdHash(KEY);

    private final EventEncoder encoder = new EventEncoder();
    private final EventReader<ChatReading> chats = EventReader.chat(KEY);
    private final EventReader<OrderReading> orders = EventReader.orders(KEY);

    @ParameterizedTest
    @CsvSource({
        "BUYER, BUYER_SPOKE",
        "AGENT, SHOP_REPLIED",
        "AGENT_QUICK_PHRASE, SHOP_REPLIED",
        "BOT_ASSISTED, SHOP_REPLIED",
        "BOT_AUTO, OTHER_IN_CHAT",
        "SYSTEM, OTHER_IN_CHAT",
        "INTERNAL_NOTE, OTHER_IN_CHAT"
    })
    void messagesAreToldApartByTheirSender(Sender sender, Kind kind) throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, "MessageSent");
        MessageSent body = MessageSent.newBuilder((MessageSent) sample.getBody())
                .setSender(sender)
                .setAgentId("shop:a")
                .build();

        BuyerEvent event = read(ChatEvent.newBuilder(sample).setBody(body).build());

        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.subject()).isEqualTo(sample.getConversationId());
        assertThat(event.account()).isEqualTo(kind == Kind.SHOP_REPLIED ? "shop:a" : null);
    }

    @Test
    void everythingElseInAChatIsOfNoConcern() throws RejectedEventException {
        for (SpecificRecord sample : SampleEvents.events(EventStream.CHAT)) {
            if (!(((ChatEvent) sample).getBody() instanceof MessageSent)) {
                assertThat(read((ChatEvent) sample).kind()).isEqualTo(Kind.OTHER_IN_CHAT);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OrderCreated, ORDER_CREATED, -, -, -, 0",
                "OrderPaid, ORDER_PAID, -, -, -, 99800",
                "OrderClosed, ORDER_CLOSED, -, UNPAID, -, 0",
                "PaymentReminded, PAYMENT_REMINDED, lanyue-ajie, -, -, 0",
                "OrderTroubled, ORDER_TROUBLED, -, t-1, ADDRESS_INCOMPLETE, 0",
                "TroubleFixed, TROUBLE_FIXED, -, t-1, -, 0",
                "ParcelShipped, PARCEL_SHIPPED, -, SF1400021, -, 0",
                "ParcelTraced, PARCEL_SIGNED, -, SF1400021, -, 0",
                "RefundRequested, REFUND_REQUESTED, -, rf-88, -, 0",
                "RefundSucceeded, REFUND_SUCCEEDED, -, rf-88, -, 4950",
                "RefundClosed, REFUND_CLOSED, -, rf-12, -, 0",
                "OrderReviewed, OTHER_OF_ORDER, -, -, -, 0"
            })
    void everyBodyOfAnOrderIsRead(String body, Kind kind, String account, String detail, String label, long amountFen)
            throws RejectedEventException {
        OrderEvent sample = (OrderEvent) SampleEvents.event(EventStream.ORDERS, body);

        assertThat(read(sample))
                .isEqualTo(new BuyerEvent(
                        sample.getShopId(),
                        HASH.of(sample.getBuyerId()),
                        sample.getEventId(),
                        sample.getEventTime().toEpochMilli(),
                        kind,
                        sample.getOrderId(),
                        account,
                        detail,
                        label,
                        amountFen,
                        products(sample)));
    }

    private static List<String> products(OrderEvent sample) {
        if (sample.getBody() instanceof OrderCreated created) {
            return created.getLines().stream().map(OrderLine::getSkuId).toList();
        }
        return sample.getBody() instanceof RefundRequested asked && asked.getSkuId() != null
                ? List.of(asked.getSkuId())
                : List.of();
    }

    @Test
    void aPaymentSaysWhichOfSeveralItIs() throws RejectedEventException {
        OrderEvent sample = (OrderEvent) SampleEvents.event(EventStream.ORDERS, "OrderPaid");
        OrderEvent.Builder paid = OrderEvent.newBuilder(sample);

        assertThat(read(paid.setBody(new OrderPaid(4_999L, "card")).build()).detail())
                .isEqualTo("card");
        assertThat(read(paid.setBody(new OrderPaid(4_999L, " ")).build()).detail())
                .isNull();
        assertThat(read(paid.setBody(new OrderPaid(4_999L, null)).build()).detail())
                .isNull();
    }

    @Test
    void onlyDeliveryEndsAnOrder() throws RejectedEventException {
        OrderEvent sample = (OrderEvent) SampleEvents.event(EventStream.ORDERS, "ParcelTraced");
        OrderEvent moved = OrderEvent.newBuilder(sample)
                .setBody(new ParcelTraced("SF1", "DEPARTED"))
                .build();

        assertThat(read(moved).kind()).isEqualTo(Kind.OTHER_OF_ORDER);
    }

    @Test
    void bothHashTheBuyerAlikeSoThatTheyMeet() throws RejectedEventException {
        ChatEvent chat = ChatEvent.newBuilder((ChatEvent) SampleEvents.event(EventStream.CHAT, "MessageSent"))
                .setShopId("s1")
                .setBuyerId("buyer")
                .build();
        OrderEvent order = OrderEvent.newBuilder((OrderEvent) SampleEvents.event(EventStream.ORDERS, "OrderPaid"))
                .setShopId("s1")
                .setBuyerId("buyer")
                .build();

        String key = key(read(chat));

        assertThat(key).isEqualTo(key(read(order))).doesNotContain("buyer");
        assertThat(ShopKey.shopId(key)).isEqualTo("s1");
        assertThat(ShopKey.id(key)).isEqualTo(HASH.of("buyer"));
    }

    private BuyerEvent read(ChatEvent event) throws RejectedEventException {
        return BuyerEvents.of(chats.read(encoder.encode(event)));
    }

    private BuyerEvent read(OrderEvent event) throws RejectedEventException {
        return BuyerEvents.of(orders.read(encoder.encode(event)));
    }

    private static String key(BuyerEvent event) {
        return ShopKey.of(event.shopId(), event.buyerId());
    }
}
