package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.RandomBuyers;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.timeline.Redelivery;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Buyers whose events are delivered again, stamped and worded anew, in feeds that count from one in every chat and every order. */
class BuyerDeliveriesTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final Redelivery<BuyerEvent, BuyerFacts> BUYERS = new Redelivery<>(
            BuyerRows.family(Retention.FOREVER),
            BuyerDeliveriesTest::retold,
            backend -> ConversionRowsTest.start(Retention.FOREVER, backend),
            events -> BuyerRows.batch(events, Retention.FOREVER),
            false);

    @ParameterizedTest
    @EnumSource(Backend.class)
    void anyArrivalGivesTheRowsOfTheSmallestDeliveries(Backend backend) throws Exception {
        BUYERS.givesOneTable(seed -> events(seed, 2, 30), backend);
    }

    @Test
    void whatCrashedAttemptsWroteLosesInTheEnd() throws Exception {
        Set<String> takenBack = BUYERS.outlivesCrashes(seed -> events(seed, 1, 25));

        assertThat(takenBack).anyMatch(key -> key.startsWith("day ")).hasSizeGreaterThan(20);
    }

    /** Two shops alike; ids count from one in each chat and each order. */
    private static List<BuyerEvent> events(int seed, int buyers, int eventsEach) {
        List<BuyerEvent> events = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (BuyerEvent event : RandomBuyers.shop(seed, buyers, eventsEach, DAY)) {
            if (event.kind().isRelevant()) {
                int count = counts.merge(event.stream() + event.subject(), 1, Integer::sum);
                events.add(withIdentity(event, "s1", Integer.toString(count)));
                events.add(withIdentity(event, "s2", Integer.toString(count)));
            }
        }
        events.sort(TimelineEvent.ORDER);
        return events;
    }

    private static BuyerEvent withIdentity(BuyerEvent event, String shop, String id) {
        return new BuyerEvent(
                shop,
                event.buyerId(),
                id,
                event.timeMillis(),
                event.kind(),
                event.subject(),
                event.account(),
                event.detail(),
                event.label(),
                event.amountFen(),
                event.products());
    }

    private static BuyerEvent retold(BuyerEvent event, BuyerEvent content, long millis) {
        return new BuyerEvent(
                event.shopId(),
                event.buyerId(),
                event.eventId(),
                millis,
                content.kind(),
                event.subject(),
                content.account(),
                content.detail(),
                content.label(),
                content.amountFen(),
                content.products());
    }
}
