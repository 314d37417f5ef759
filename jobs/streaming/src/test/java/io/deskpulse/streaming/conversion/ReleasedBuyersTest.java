package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.ReleasedSavepoint;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Buyers of a release before there were tags. */
class ReleasedBuyersTest {
    private static final Retention RETENTION = Retention.BUYERS;
    private static final ReleasedSavepoint<BuyerEvent, BuyerFacts> SAVEPOINT = new ReleasedSavepoint<>(
            "buyer-timeline-1",
            ReleasedBuyers.TOLD,
            backend -> ConversionRowsTest.start(RETENTION, backend),
            events -> BuyerRows.batch(events, RETENTION));

    /** That release kept less, so each buyer is derived again and every row is sent. */
    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyGoOnInOrder(Backend backend) throws Exception {
        SAVEPOINT.goesOnInOrder(backend, 18);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyGoOnOutOfOrder(Backend backend) throws Exception {
        SAVEPOINT.goesOnOutOfOrder(backend, 18);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theyAreStillKnown(Backend backend) throws Exception {
        SAVEPOINT.knowsWhatWasTold(backend);
    }
}
