package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.conversion.Story;
import io.deskpulse.streaming.timeline.ToldKey;
import java.util.List;

/** Buyers who lie in the savepoint {@code buyer-timeline-1}. */
final class ReleasedBuyers {
    static final List<ToldKey<BuyerEvent>> TOLD =
            List.of(withOrders(), inTrouble(), outOfOrder(), begunAnew(), cutOff());

    private ReleasedBuyers() {}

    private static ToldKey<BuyerEvent> withOrders() {
        Story story = new Story("with-orders")
                .on("2026-11-10")
                .asks("21:00:00")
                .replies("21:00:30", "shop:a")
                .replies("21:01:00", null)
                .creates("21:05:00", "o1")
                .pays("21:06:00", "o1", 19_900)
                .refunds("21:30:00", "o0", "r0", 500)
                .on("2026-11-11")
                .in("c2")
                .asks("10:00:00")
                .replies("10:00:30", "shop:b")
                .creates("10:05:00", "o2")
                .reminds("10:10:00", "o2", "shop:b")
                .refunds("10:20:00", "o1", "r1", 10_000)
                .creates("10:30:00", "o3")
                .closes("10:40:00", "o3", "UNPAID")
                .pays("10:50:00", "o2", 4_200)
                .refunds("10:51:00", "o1", "r2", 9_900)
                .pays("10:52:00", "o3", 100)
                .replies("10:53:00", "shop:a")
                .in("c1")
                .on("2026-11-10")
                .replies("20:59:59", "shop:c");
        return new ToldKey<>(story.events(), 13, 4);
    }

    private static ToldKey<BuyerEvent> inTrouble() {
        Story story = new Story("in-trouble")
                .creates("10:00:00", "o4")
                .pays("10:00:01", "o4", 8_800)
                .detects("11:00:00", "o4", "t1", "OUT_OF_STOCK")
                .replies("11:10:00", "shop:a")
                .detects("12:00:00", "o4", "t2", "ADDRESS_INCOMPLETE")
                .fixes("12:30:00", "o4", "t3")
                .happens("13:00:00", Kind.REFUND_REQUESTED, "o4")
                .asks("14:00:00")
                .fixes("15:00:00", "o4", "t1")
                .detects("15:10:00", "o4", "t3", "LOGISTICS_DELAYED")
                .refunds("16:00:00", "o4", "r1", 8_800)
                .asks("11:05:00");
        return new ToldKey<>(story.events(), 7, 4);
    }

    private static ToldKey<BuyerEvent> outOfOrder() {
        Story story = new Story("out-of-order")
                .pays("10:06:00", "o5", 700)
                .creates("10:05:00", "o5")
                .replies("10:05:00", "shop:a")
                .asks("10:04:00")
                .refunds("10:01:00", "o5", "r1", 100)
                .closes("10:07:00", "o5", "DONE")
                .happens("10:08:00", Kind.PARCEL_SIGNED, "o5")
                .replies("10:08:00", "shop:b")
                .asks("09:00:00");
        return new ToldKey<>(story.events(), 5, 3);
    }

    /** Fifty days of silence: all is forgotten but the count of events, which is the version of rows. */
    private static ToldKey<BuyerEvent> begunAnew() {
        Story story = new Story("begun-anew")
                .on("2026-09-20")
                .asks("10:00:00")
                .replies("10:01:00", "shop:a")
                .creates("10:02:00", "o6")
                .closes("10:03:00", "o6", "UNPAID")
                .on("2026-11-09")
                .asks("10:00:00")
                .replies("10:01:00", "shop:b")
                .creates("10:02:00", "o7")
                .pays("10:03:00", "o7", 3_300)
                .on("2026-09-20")
                .asks("09:00:00");
        return new ToldKey<>(story.events(), 6, 2);
    }

    /** Eighty days of silence: the first timeline is forgotten, and what belongs to it too late. */
    private static ToldKey<BuyerEvent> cutOff() {
        Story story = new Story("cut-off")
                .on("2026-08-20")
                .asks("10:00:00")
                .on("2026-11-09")
                .asks("10:00:00")
                .replies("10:01:00", "shop:b")
                .creates("10:02:00", "o8")
                .closes("10:03:00", "o8", "UNPAID")
                .replies("10:00:30", "shop:a");
        return new ToldKey<>(story.events(), 3, 2);
    }
}
