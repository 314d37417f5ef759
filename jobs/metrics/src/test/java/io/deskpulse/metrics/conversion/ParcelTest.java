package io.deskpulse.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.conversion.OrderFacts.Parcel;
import org.junit.jupiter.api.Test;

/** The parcels of an order: each once, at its first hand-over and its first delivery. */
class ParcelTest {

    @Test
    void aParcelIsHandedOverAndDeliveredOnce() {
        OrderFacts order = order(new Story()
                .creates("10:00:00", "o1")
                .ships("18:00:00", "o1", "p1")
                .ships("19:00:00", "o1", "p1")
                .on("2026-11-13")
                .signs("09:00:00", "o1", "p1")
                .signs("10:00:00", "o1", "p1"));

        assertThat(order.parcels()).hasSize(1);
        Parcel parcel = order.parcels().get(0);
        assertThat(parcel.shippedAtMillis()).isEqualTo(Story.millis("2026-11-11", "18:00:00"));
        assertThat(parcel.signedAtMillis()).isEqualTo(Story.millis("2026-11-13", "09:00:00"));
        assertThat(parcel.signedDay() - parcel.shippedDay()).isEqualTo(2);
    }

    @Test
    void anOrderMayLeaveInTwoParcels() {
        OrderFacts order = order(new Story()
                .creates("10:00:00", "o1")
                .ships("18:00:00", "o1", "p1")
                .signs("20:00:00", "o1", "p2"));

        assertThat(order.parcels()).extracting(Parcel::id).containsExactly("p1", "p2");
        assertThat(order.parcels().get(1).shippedAtMillis()).isEqualTo(BuyerFacts.NONE);
        assertThat(order.parcels().get(0).signedAtMillis()).isEqualTo(BuyerFacts.NONE);
    }

    private static OrderFacts order(Story story) {
        return story.order("o1");
    }
}
