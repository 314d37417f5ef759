package io.deskpulse.metrics.complaints;

import static io.deskpulse.metrics.complaints.OrderComplaints.NONE;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link OrderComplaints}, row and state in one. */
public final class ComplaintStateForm implements StateForm<OrderComplaints> {
    /** The form; it has no state. */
    public static final ComplaintStateForm INSTANCE = new ComplaintStateForm();

    private static final FormId ID = new FormId("complaint-timeline", 1);

    private static final long MILLIS_OF_A_DAY = 86_400_000;

    private static final int ABOUT = 1;
    private static final int REGION = 2;
    private static final int CREATED = 3;
    private static final int CLOSED = 4;
    private static final int SKU = 5;
    private static final int PARCEL = 6;
    private static final int COMPLAINT = 7;
    private static final int DEFECT = 8;

    private static final int PARCEL_ID = 1;
    private static final int PARCEL_SKU = 2;
    private static final int CARRIER = 3;
    private static final int SHIPPED = 4;
    private static final int HANDED_OVER = 5;
    private static final int SIGNED = 6;
    private static final int ANY_CARRIER = 7;
    private static final int SIGNED_DAY = 8;

    private static final int DEFECT_EVENT = 1;
    private static final int DEFECT_TICKET = 2;
    private static final int DEFECT_BUYER = 3;
    private static final int DEFECT_SKU = 4;
    private static final int DEFECT_ATTRIBUTE = 5;
    private static final int DEFECT_SEVERITY = 6;
    private static final int DEFECT_AT = 7;
    private static final int DEFECT_DAY = 8;

    private ComplaintStateForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public List<ReleasedForm<OrderComplaints>> released() {
        return List.of();
    }

    /** Writes a row on its way to its table. */
    public static void writeRow(OrderComplaints.Row row, DataOutput out) throws IOException {
        out.writeBoolean(row.isOfProducts());
        FormWriter form = new FormWriter().begin(ID);
        INSTANCE.write(row.order(), form);
        form.writeFramed(out);
    }

    /** Reads what {@link #writeRow} wrote. */
    public static OrderComplaints.Row readRow(DataInput in) throws IOException {
        boolean isOfProducts = in.readBoolean();
        return new OrderComplaints.Row(INSTANCE.read(FormReader.framed(ID, in)), isOfProducts);
    }

    @Override
    public void write(OrderComplaints order, FormWriter out) {
        out.text(ABOUT, order.about);
        out.name(REGION, order.region);
        out.flag(CREATED, order.created);
        out.flag(CLOSED, order.closed);
        order.skuIds.forEach(sku -> out.name(SKU, sku));
        for (Parcel parcel : order.parcels) {
            out.group(PARCEL);
            write(parcel, out);
            out.end();
        }
        for (ComplaintFacts complaint : order.complaints) {
            out.group(COMPLAINT);
            ComplaintForm.write(complaint, out);
            out.end();
        }
        for (OrderComplaints.NotedDefect defect : order.defects) {
            out.group(DEFECT);
            write(defect, out);
            out.end();
        }
    }

    @Override
    public OrderComplaints read(FormReader in) throws IOException {
        OrderComplaints order = new OrderComplaints();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case ABOUT -> order.about = in.text();
                case REGION -> order.region = in.name();
                case CREATED -> order.created = in.flag();
                case CLOSED -> order.closed = in.flag();
                case SKU -> order.skuIds.add(in.name());
                case PARCEL -> {
                    in.group();
                    order.parcels.add(readParcel(in));
                }
                case COMPLAINT -> {
                    in.group();
                    order.complaints.add(ComplaintForm.read(in));
                }
                case DEFECT -> {
                    in.group();
                    order.defects.add(readDefect(in));
                }
                default -> {}
            }
        }
        return order;
    }

    private static void write(Parcel parcel, FormWriter out) {
        out.name(PARCEL_ID, parcel.parcelId);
        parcel.skuIds.forEach(sku -> out.name(PARCEL_SKU, sku));
        parcel.carriers.forEach(carrier -> out.name(ANY_CARRIER, carrier));
        out.name(CARRIER, parcel.carrier);
        out.instant(SHIPPED, parcel.shippedMillis, 0, NONE);
        out.instant(HANDED_OVER, parcel.handedOverMillis, 0, NONE);
        out.instant(SIGNED, parcel.signedMillis, 0, NONE);
        out.number(SIGNED_DAY, parcel.signedDay);
    }

    private static Parcel readParcel(FormReader in) throws IOException {
        in.require(PARCEL_ID);
        Parcel parcel = new Parcel(in.name());
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case PARCEL_SKU -> parcel.skuIds.add(in.name());
                case ANY_CARRIER -> parcel.carriers.add(in.name());
                case CARRIER -> parcel.carrier = in.name();
                case SHIPPED -> parcel.shippedMillis = in.instant(0);
                case HANDED_OVER -> parcel.handedOverMillis = in.instant(0);
                case SIGNED -> {
                    parcel.signedMillis = in.instant(0);
                    // Releases before the days of lines were kept wrote none: that of UTC is the nearest.
                    parcel.signedDay = (int) Math.floorDiv(parcel.signedMillis, MILLIS_OF_A_DAY);
                }
                case SIGNED_DAY -> parcel.signedDay = in.count();
                default -> {}
            }
        }
        return parcel;
    }

    private static void write(OrderComplaints.NotedDefect defect, FormWriter out) {
        out.text(DEFECT_EVENT, defect.eventId());
        out.text(DEFECT_TICKET, defect.ticketId());
        out.text(DEFECT_BUYER, defect.buyerId());
        out.name(DEFECT_SKU, defect.skuId());
        out.name(DEFECT_ATTRIBUTE, defect.attribute());
        out.name(DEFECT_SEVERITY, defect.severity());
        out.instant(DEFECT_AT, defect.atMillis(), 0, NONE);
        out.number(DEFECT_DAY, defect.epochDay());
    }

    private static OrderComplaints.NotedDefect readDefect(FormReader in) throws IOException {
        String eventId = null;
        String ticketId = null;
        String buyerId = null;
        String skuId = null;
        String attribute = null;
        String severity = null;
        long atMillis = NONE;
        int epochDay = 0;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case DEFECT_EVENT -> eventId = in.text();
                case DEFECT_TICKET -> ticketId = in.text();
                case DEFECT_BUYER -> buyerId = in.text();
                case DEFECT_SKU -> skuId = in.name();
                case DEFECT_ATTRIBUTE -> attribute = in.name();
                case DEFECT_SEVERITY -> severity = in.name();
                case DEFECT_AT -> atMillis = in.instant(0);
                case DEFECT_DAY -> epochDay = in.count();
                default -> {}
            }
        }
        return new OrderComplaints.NotedDefect(
                eventId, ticketId, buyerId, skuId, attribute, severity, atMillis, epochDay);
    }
}
