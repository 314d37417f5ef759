package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binary form of {@link BuyerEvent}s; the anchor tells the conversation or order of the first, which often is that of most. */
public final class BuyerEventForm implements EventForm<BuyerEvent> {
    /** The form; it has no state. */
    public static final BuyerEventForm INSTANCE = new BuyerEventForm();

    private static final FormId ID = new FormId("buyer-event", 2);
    private static final Kind[] KINDS = Kind.values();

    private static final int TIME = 1;
    private static final int EVENT_ID = 2;
    private static final int KIND = 3;
    private static final int SUBJECT = 4;
    private static final int ACCOUNT = 5;
    private static final int DETAIL = 6;
    private static final int LABEL = 7;
    private static final int AMOUNT = 8;
    private static final int PRODUCT = 9;

    private BuyerEventForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public List<Integer> earlierNumbers() {
        return List.of(1);
    }

    /** Without products, and with nothing of parcels but that some were delivered. */
    @Override
    public BuyerEvent asEarlier(BuyerEvent event) {
        boolean isShipped = event.kind() == Kind.PARCEL_SHIPPED;
        return new BuyerEvent(
                event.shopId(),
                event.buyerId(),
                event.eventId(),
                event.timeMillis(),
                isShipped ? Kind.OTHER_OF_ORDER : event.kind(),
                event.subject(),
                event.account(),
                isShipped || event.kind() == Kind.PARCEL_SIGNED ? null : event.detail(),
                event.label(),
                event.amountFen(),
                List.of());
    }

    @Override
    public Anchor anchor(BuyerEvent event) {
        return Anchor.of(event.timeMillis(), event.subject());
    }

    @Override
    public void write(BuyerEvent event, Anchor anchor, FormWriter out) {
        out.signed(TIME, event.timeMillis() - anchor.sinceMillis());
        out.text(EVENT_ID, event.eventId());
        out.constant(KIND, event.kind(), Kind.BUYER_SPOKE);
        out.text(SUBJECT, event.subject(), anchor.text(0));
        out.text(ACCOUNT, event.account());
        out.text(DETAIL, event.detail());
        out.text(LABEL, event.label());
        out.number(AMOUNT, event.amountFen());
        for (String product : event.products()) {
            out.text(PRODUCT, product);
        }
    }

    @Override
    public BuyerEvent read(String shopId, String buyerId, Anchor anchor, FormReader in) throws IOException {
        long timeMillis = anchor.sinceMillis();
        String eventId = null;
        Kind kind = Kind.BUYER_SPOKE;
        String subject = anchor.text(0);
        String account = null;
        String detail = null;
        String label = null;
        long amountFen = 0;
        List<String> products = List.of();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis = anchor.sinceMillis() + in.signed();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case SUBJECT -> subject = in.text();
                case ACCOUNT -> account = in.word();
                case DETAIL -> detail = in.text();
                case LABEL -> label = in.word();
                case AMOUNT -> amountFen = in.number();
                case PRODUCT -> {
                    products = products.isEmpty() ? new ArrayList<>(2) : products;
                    products.add(in.word());
                }
                default -> {}
            }
        }
        return new BuyerEvent(
                shopId, buyerId, eventId, timeMillis, kind, subject, account, detail, label, amountFen, products);
    }

    @Override
    public BuyerEvent readReleased(String shopId, String buyerId, Anchor anchor, DataInput in) throws IOException {
        return ReleasedBuyerForm.readEvent(shopId, buyerId, anchor.text(0), in);
    }
}
