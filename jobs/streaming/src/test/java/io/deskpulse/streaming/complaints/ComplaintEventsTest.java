package io.deskpulse.streaming.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.DefectNoted;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderReviewed;
import io.deskpulse.events.ParcelTraced;
import io.deskpulse.events.RefundRequested;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.events.TicketOpened;
import io.deskpulse.events.TicketReplied;
import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.ComplaintEvent.Claim;
import io.deskpulse.metrics.complaints.ComplaintEvent.Kind;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What complaints take of orders and tickets. */
class ComplaintEventsTest {
    private static final String KEY = "0123456789abcdef";

    private final ComplaintIntakes intakes =
            ComplaintIntakes.of(new ClaimReader(ReasonTaxonomy.bundled(), Set.of("quotes")));
    private final EventEncoder encoder = new EventEncoder();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OrderCreated, CREATED, -, [duvet-200x230-white pillow-48x74]",
                "OrderClosed, CLOSED, -, []",
                "ParcelShipped, SHIPPED, 顺丰, []",
                "ParcelTraced, SIGNED, -, []",
                "RefundRequested, REFUND_REQUESTED, -, -",
                "RefundClosed, REFUND_CLOSED, -, []",
                "OrderReviewed, REVIEWED, -, [duvet-200x230-white]"
            })
    void everyBodyOfAnOrderThatMattersIsRead(String body, Kind kind, String label, String skus)
            throws RejectedEventException {
        ComplaintEvent event = read((OrderEvent) SampleEvents.event(EventStream.ORDERS, body));

        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.about()).startsWith("o:");
        if (kind != Kind.CREATED && kind != Kind.REFUND_REQUESTED) {
            assertThat(event.label()).isEqualTo(label);
        }
        if (skus != null && kind != Kind.CREATED) {
            assertThat(String.join(" ", event.skuIds())).isEqualTo(skus.substring(1, skus.length() - 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"Zipper, workmanship", "颜色, colour", "hinge, hinge"})
    void aNotedDefectHasTheAttributeOfTheTaxonomyOrItsOwn(String told, String attribute) throws RejectedEventException {
        TicketEvent.Builder ticket =
                TicketEvent.newBuilder((TicketEvent) SampleEvents.event(EventStream.TICKETS, "DefectNoted"));

        ComplaintEvent event =
                read(ticket.setBody(new DefectNoted("k9", told, "MAJOR", null)).build());

        assertThat(event.kind()).isEqualTo(Kind.DEFECT_NOTED);
        assertThat(event.skuId()).isEqualTo("k9");
        assertThat(event.detail()).isEqualTo(attribute);
        assertThat(event.label()).isEqualTo("MAJOR");
        assertThat(event.claim()).isNull();
    }

    @Test
    void anyOtherOfAnOrderIsLeftOut() throws RejectedEventException {
        OrderEvent.Builder traced =
                OrderEvent.newBuilder((OrderEvent) SampleEvents.event(EventStream.ORDERS, "ParcelTraced"));

        assertThat(read((OrderEvent) SampleEvents.event(EventStream.ORDERS, "OrderPaid")))
                .isNull();
        assertThat(read(traced.setBody(new ParcelTraced("p1", "IN_TRANSIT")).build()))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "破损, false, broken",
                "七天无理由退换货, false, -",
                "七天无理由退换货, true, ''",
                "zxqv 77, false, ''",
                "发错货, true, wrong_item"
            })
    void aRefundIsAComplaintForItsReason(String reason, boolean quality, String expected)
            throws RejectedEventException {
        OrderEvent.Builder refund =
                OrderEvent.newBuilder((OrderEvent) SampleEvents.event(EventStream.ORDERS, "RefundRequested"));

        Claim claim = read(refund.setBody(new RefundRequested("r1", null, reason, quality))
                        .build())
                .claim();

        assertThat(claim == null ? null : claim.reason()).isEqualTo(expected);
    }

    @Test
    void aReviewOfFewStarsIsAComplaintAndItsWordsAreKeptRedactedWhereTheShopWants() throws RejectedEventException {
        OrderEvent.Builder review =
                OrderEvent.newBuilder((OrderEvent) SampleEvents.event(EventStream.ORDERS, "OrderReviewed"));
        review.setBody(new OrderReviewed("k1", 2, "收到就碎了，打我电话13812345678"));

        assertThat(read(review.build()).claim()).isEqualTo(new Claim("broken", null, null));
        Claim quoted = read(review.setShopId("quotes").build()).claim();
        assertThat(quoted.quote()).contains("收到就碎了").contains("[phone]").doesNotContain("13812345678");
        assertThat(read(review.setBody(new OrderReviewed("k1", 3, "收到就碎了")).build())
                        .claim())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "' '", "zxqv 77", "不喜欢", "没有破损"})
    void aBadReviewThatNamesNoReasonIsALowRating(String text) throws RejectedEventException {
        OrderEvent.Builder review =
                OrderEvent.newBuilder((OrderEvent) SampleEvents.event(EventStream.ORDERS, "OrderReviewed"));

        assertThat(read(review.setBody(new OrderReviewed("k1", 1, text)).build())
                        .claim())
                .isEqualTo(new Claim("low_rating", null, null));
        assertThat(read(review.setBody(new OrderReviewed("k1", 3, text)).build())
                        .claim())
                .isNull();
    }

    @Test
    void wordsAreCutOffBetweenCharacters() throws RejectedEventException {
        OrderEvent.Builder review =
                OrderEvent.newBuilder((OrderEvent) SampleEvents.event(EventStream.ORDERS, "OrderReviewed"));
        review.setShopId("quotes").setBody(new OrderReviewed("k1", 1, "x" + "😡".repeat(400)));

        assertThat(read(review.build()).claim().quote()).isEqualTo("x" + "😡".repeat(249));
    }

    @Test
    void aTicketIsAComplaintWhenItSaysSoForTheFirstReasonThatAnythingNames() throws RejectedEventException {
        TicketEvent.Builder ticket =
                TicketEvent.newBuilder((TicketEvent) SampleEvents.event(EventStream.TICKETS, "TicketOpened"));

        ticket.setOrderId("o7").setBody(new TicketOpened("物流慢", "P1", true, "破损", null));
        assertThat(read(ticket.build()).claim().reason()).isEqualTo("broken");
        assertThat(read(ticket.build()).about()).isEqualTo("o:o7");
        ticket.setOrderId(" ").setBody(new TicketOpened("物流慢", "P1", true, null, null));
        assertThat(read(ticket.build()).claim().reason()).isEqualTo("late");
        assertThat(read(ticket.build()).about()).isEqualTo("t:" + ticket.getTicketId());
        ticket.setBody(new TicketOpened("X-17", "P1", true, null, null));
        assertThat(read(ticket.build()).claim().reason()).isEmpty();
        ticket.setBody(new TicketOpened("X-17", "P1", false, "破损", null));
        assertThat(read(ticket.build()).claim()).isNull();
    }

    @Test
    void aReplyThatTheBuyerSeesTakesATicket() throws RejectedEventException {
        TicketEvent.Builder ticket =
                TicketEvent.newBuilder((TicketEvent) SampleEvents.event(EventStream.TICKETS, "TicketReplied"));

        assertThat(read(ticket.setBody(new TicketReplied("a", true)).build()))
                .extracting(ComplaintEvent::kind, ComplaintEvent::label)
                .containsExactly(Kind.TICKET_TAKEN, "a");
        assertThat(read(ticket.setBody(new TicketReplied("a", false)).build())).isNull();
    }

    private ComplaintEvent read(OrderEvent event) throws RejectedEventException {
        return intakes.orders().mapping().of(EventReader.orders(KEY).read(encoder.encode(event)));
    }

    private ComplaintEvent read(TicketEvent event) throws RejectedEventException {
        return intakes.tickets().mapping().of(EventReader.tickets(KEY).read(encoder.encode(event)));
    }
}
