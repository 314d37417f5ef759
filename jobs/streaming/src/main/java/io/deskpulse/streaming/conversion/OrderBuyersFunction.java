package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.ShopKey;
import io.deskpulse.streaming.timeline.Located;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * How many buyers an order's events name.
 *
 * <p>Keyed by shop and order, since a buyer's timeline cannot see another's. In: an order's events, in any order. Out: a row when a
 * second buyer is named, and with each further one; its version is their number. State: the buyers, a set, so that repeated and late
 * events change nothing; forgotten as a silent buyer is.
 */
final class OrderBuyersFunction extends KeyedProcessFunction<String, Located<BuyerEvent>, FactRow<Integer>> {
    private static final String SEPARATOR = "\n";

    private final Retention retention;
    private transient ValueState<String> buyers;
    private transient ValueState<Long> lastMillis;

    OrderBuyersFunction(Retention retention) {
        this.retention = retention;
    }

    /** The key under which the buyers of an event's order are kept. */
    static String key(Located<BuyerEvent> located) {
        return ShopKey.of(located.event().shopId(), located.event().subject());
    }

    @Override
    public void open(OpenContext context) {
        buyers = getRuntimeContext().getState(new ValueStateDescriptor<>("buyers", Types.STRING));
        lastMillis = getRuntimeContext().getState(new ValueStateDescriptor<>("last-event", Types.LONG));
    }

    @Override
    public void processElement(Located<BuyerEvent> located, Context context, Collector<FactRow<Integer>> out)
            throws Exception {
        BuyerEvent event = located.event();
        remember(event.timeMillis(), context);
        String known = buyers.value();
        if (known == null) {
            buyers.update(event.buyerId());
        } else if (!known.equals(event.buyerId())) {
            TreeSet<String> all = new TreeSet<>(known.lines().toList());
            if (all.add(event.buyerId())) {
                buyers.update(String.join(SEPARATOR, all));
                out.collect(new FactRow<>(event.shopId(), event.subject(), all.size(), all.size()));
            }
        }
    }

    @Override
    public void onTimer(long millis, OnTimerContext context, Collector<FactRow<Integer>> out) throws Exception {
        long dueMillis = retention.forgottenAtMillis(lastMillis.value(), true);
        if (dueMillis <= millis) {
            buyers.clear();
            lastMillis.clear();
        } else {
            context.timerService().registerEventTimeTimer(dueMillis);
        }
    }

    /** An order has one timer, set with its first event. */
    private void remember(long eventMillis, Context context) throws Exception {
        Long last = lastMillis.value();
        if (last == null && !retention.isForever()) {
            context.timerService().registerEventTimeTimer(retention.forgottenAtMillis(eventMillis, true));
        }
        if (last == null || last < eventMillis) {
            lastMillis.update(eventMillis);
        }
    }
}
