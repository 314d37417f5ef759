package io.deskpulse.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.demo.DemoDays;
import io.deskpulse.events.OrderClosed;
import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderPaid;
import io.deskpulse.events.OrderReviewed;
import io.deskpulse.events.OrderTroubled;
import io.deskpulse.events.ParcelShipped;
import io.deskpulse.events.ParcelTraced;
import io.deskpulse.events.PaymentReminded;
import io.deskpulse.events.RefundClosed;
import io.deskpulse.events.RefundRequested;
import io.deskpulse.events.RefundSucceeded;
import io.deskpulse.events.TroubleFixed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderStoriesTest {

    @Test
    void anOrderIsCreatedFirstAndOnlyOnce() {
        DemoDays.orders().forEach((id, events) -> {
            assertThat(events.get(0).getBody()).isInstanceOf(OrderCreated.class);
            assertThat(count(events, OrderCreated.class)).isOne();
            assertThat(count(events, OrderPaid.class)).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void whatPaymentMustComeBeforeDoesNotComeWithoutIt() {
        DemoDays.orders().values().forEach(events -> {
            boolean paid = false;
            for (OrderEvent event : events) {
                Object body = event.getBody();
                paid |= body instanceof OrderPaid;
                boolean needsPayment = body instanceof ParcelShipped
                        || body instanceof RefundRequested
                        || body instanceof OrderReviewed
                        || body instanceof OrderTroubled;
                assertThat(paid || !needsPayment).as("%s", event).isTrue();
                assertThat(paid && body instanceof PaymentReminded)
                        .as("%s", event)
                        .isFalse();
            }
        });
    }

    @Test
    void noOrderGetsBackMoreThanWasPaid() {
        DemoDays.orders().forEach((id, events) -> {
            long net = 0;
            for (OrderEvent event : events) {
                if (event.getBody() instanceof OrderPaid paid) {
                    net += paid.getAmountFen();
                } else if (event.getBody() instanceof RefundSucceeded refund) {
                    net -= refund.getAmountFen();
                }
            }
            assertThat(net).as(id).isNotNegative();
        });
    }

    @Test
    void parcelsTroublesAndRefundsAreKnownBeforeTheyGoOn() {
        DemoDays.orders().values().forEach(events -> {
            Set<String> known = new HashSet<>();
            for (OrderEvent event : events) {
                Object body = event.getBody();
                if (body instanceof ParcelShipped shipped) {
                    known.add(shipped.getParcelId());
                } else if (body instanceof OrderTroubled troubled) {
                    known.add(troubled.getTroubleId());
                } else if (body instanceof RefundRequested requested) {
                    known.add(requested.getRefundId());
                } else if (body instanceof ParcelTraced traced) {
                    assertThat(known).contains(traced.getParcelId());
                } else if (body instanceof TroubleFixed fixed) {
                    assertThat(known).contains(fixed.getTroubleId());
                } else if (body instanceof RefundSucceeded refund) {
                    assertThat(known).contains(refund.getRefundId());
                } else if (body instanceof RefundClosed refund) {
                    assertThat(known).contains(refund.getRefundId());
                }
            }
        });
    }

    @Test
    void someOrdersAreClosedUnpaidWithAReminderAndWithout() {
        List<List<OrderEvent>> unpaid = DemoDays.orders().values().stream()
                .filter(events -> count(events, OrderPaid.class) == 0 && count(events, OrderClosed.class) == 1)
                .toList();

        assertThat(unpaid).anyMatch(events -> count(events, PaymentReminded.class) == 1);
        assertThat(unpaid).anyMatch(events -> count(events, PaymentReminded.class) == 0);
    }

    private static long count(List<OrderEvent> events, Class<?> body) {
        return events.stream().filter(event -> body.isInstance(event.getBody())).count();
    }
}
