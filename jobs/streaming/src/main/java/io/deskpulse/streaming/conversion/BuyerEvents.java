package io.deskpulse.streaming.conversion;

import static io.deskpulse.streaming.events.Reading.known;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.conversion.BuyerEventForm;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.events.OrderReading;
import io.deskpulse.streaming.timeline.LocatedCodec;
import java.util.List;

/** What conversion takes of chats and of orders. */
public final class BuyerEvents {
    /** Of the chat topic: the buyer's messages and replies that are platform-valid, all else as {@link Kind#OTHER_IN_CHAT}. */
    public static final Intake<ChatReading, BuyerEvent> OF_CHATS = new Intake<>(
            "buyer-chat-events", BuyerEvents::of, new LocatedCodec<>(BuyerEventForm.INSTANCE, BuyerEvent::buyerId));

    /** Of the order topic: what conversion never looks at comes as {@link Kind#OTHER_OF_ORDER}. */
    public static final Intake<OrderReading, BuyerEvent> OF_ORDERS = new Intake<>(
            "buyer-order-events", BuyerEvents::of, new LocatedCodec<>(BuyerEventForm.INSTANCE, BuyerEvent::buyerId));

    /** The carrier's word for delivery (orders.avdl, ParcelTraced). */
    private static final String SIGNED = "SIGNED";

    private BuyerEvents() {}

    /** The event of any reading of a chat. */
    public static BuyerEvent of(ChatReading said) {
        Kind kind = kind(said);
        return new BuyerEvent(
                said.shopId(),
                said.buyerId(),
                said.eventId(),
                said.timeMillis(),
                kind,
                said.conversationId(),
                kind == Kind.SHOP_REPLIED ? known(said.agentId()) : null,
                null,
                null,
                0,
                List.of());
    }

    /** The event of any reading of an order. */
    public static BuyerEvent of(OrderReading told) {
        return switch (told.body()) {
            case ORDER_CREATED -> event(told, Kind.ORDER_CREATED, null, told.presale() ? BuyerEvent.PRESALE : null);
            case ORDER_PAID -> event(told, Kind.ORDER_PAID, known(told.paymentId()), null);
            case ORDER_CLOSED -> event(told, Kind.ORDER_CLOSED, told.reason(), null);
            case PAYMENT_REMINDED -> event(told, Kind.PAYMENT_REMINDED, null, null);
            case ORDER_TROUBLED -> event(told, Kind.ORDER_TROUBLED, told.troubleId(), told.kind());
            case TROUBLE_FIXED -> event(told, Kind.TROUBLE_FIXED, told.troubleId(), null);
            case REFUND_REQUESTED -> event(told, Kind.REFUND_REQUESTED, told.refundId(), null);
            case REFUND_SUCCEEDED -> event(told, Kind.REFUND_SUCCEEDED, told.refundId(), null);
            case REFUND_CLOSED -> event(told, Kind.REFUND_CLOSED, told.refundId(), null);
            case PARCEL_TRACED ->
                told.action().equals(SIGNED)
                        ? event(told, Kind.PARCEL_SIGNED, told.parcelId(), null)
                        : event(told, Kind.OTHER_OF_ORDER, null, null);
            case PARCEL_SHIPPED -> event(told, Kind.PARCEL_SHIPPED, told.parcelId(), null);
            case ORDER_REVIEWED -> event(told, Kind.OTHER_OF_ORDER, null, null);
        };
    }

    private static BuyerEvent event(OrderReading told, Kind kind, String detail, String label) {
        return new BuyerEvent(
                told.shopId(),
                told.buyerId(),
                told.eventId(),
                told.timeMillis(),
                kind,
                told.orderId(),
                kind == Kind.PAYMENT_REMINDED ? known(told.agentId()) : null,
                detail,
                label,
                kind == Kind.ORDER_PAID || kind == Kind.REFUND_SUCCEEDED ? told.amountFen(0) : 0,
                products(told));
    }

    private static List<String> products(OrderReading told) {
        String sku = told.body() == OrderReading.Body.REFUND_REQUESTED ? known(told.skuId()) : null;
        if (told.body() == OrderReading.Body.ORDER_CREATED) {
            return told.lineSkuIds().stream().filter(line -> !line.isBlank()).toList();
        }
        return sku == null ? List.of() : List.of(sku);
    }

    private static Kind kind(ChatReading said) {
        Sender sender = said.sender() == null ? null : Sender.valueOf(said.sender());
        if (sender == Sender.BUYER) {
            return Kind.BUYER_SPOKE;
        }
        return sender != null && sender.isPlatformValid() ? Kind.SHOP_REPLIED : Kind.OTHER_IN_CHAT;
    }
}
