package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.cells.CellDay;
import io.deskpulse.metrics.hotspots.cells.CellEvidence;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.Signal;
import io.deskpulse.streaming.codec.CodecSerializer;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Looks for the complaint hotspots of shops.
 *
 * <p>In: signals keyed by shop, in any order between two watermarks, each once. Out: versions of alarms, the highest of a cell and
 * opening being the true one; side outputs: evidence of cells that ring or nearly do, and days of cells. All of it is decided by the
 * watermark alone, whose ticks of five minutes are decided for one shop after another by their ids, so that the same signals give the
 * same rows in any order, after any crash and at any parallelism. What is later than its tick is counted and dropped: it has its row
 * among the complaints and no part in evidence. The end of all input decides the ticks that have signals.
 *
 * <p>State per key: all of a shop, on the heap while it runs, for there is a bin to close in each of a million cells; its form is
 * written at checkpoints when the shop was told or decided something since the last. A shop is never cleared, as its cells and rings
 * forget for themselves; what is left of a silent shop is a few hundred bytes.
 */
public final class HotspotsOperator extends AbstractStreamOperator<FactRow<AlarmRow>>
        implements OneInputStreamOperator<ShopSignal, FactRow<AlarmRow>> {
    private final Detection detection;
    private final OutputTag<FactRow<CellEvidence>> evidence;
    private final OutputTag<FactRow<CellDay>> days;

    private transient TreeMap<String, ShopHotspots> shops;
    private transient Set<String> changed;
    private transient ValueState<SavedShop> saved;
    private transient long decidedTick;
    private transient Counter lateComplaints;
    private transient Counter lateExposures;

    /** An operator that tells evidence and days of cells to these. */
    public HotspotsOperator(
            Detection detection, OutputTag<FactRow<CellEvidence>> evidence, OutputTag<FactRow<CellDay>> days) {
        this.detection = detection;
        this.evidence = evidence;
        this.days = days;
    }

    @Override
    public void open() throws Exception {
        super.open();
        shops = new TreeMap<>();
        changed = new HashSet<>();
        decidedTick = Long.MIN_VALUE;
        lateComplaints = getMetricGroup().counter("lateComplaints");
        lateExposures = getMetricGroup().counter("lateExposures");
        ValueStateDescriptor<SavedShop> descriptor =
                new ValueStateDescriptor<>("shop", new CodecSerializer<>(new SavedShop.Form()));
        saved = getRuntimeContext().getState(descriptor);
        getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        descriptor,
                        (key, state) -> state.value().restore(begin((String) key)));
    }

    @Override
    public void processElement(StreamRecord<ShopSignal> element) {
        String shopId = element.getValue().shopId();
        Signal signal = element.getValue().signal();
        ShopHotspots shop = shops.get(shopId);
        changed.add(shopId);
        if (!(shop == null ? begin(shopId) : shop).take(signal)) {
            countLate(signal);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        boolean isLast = mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp();
        long tick = Math.floorDiv(mark.getTimestamp(), ShopHotspots.TICK_MILLIS);
        if (tick > decidedTick) {
            decidedTick = tick;
            for (Map.Entry<String, ShopHotspots> each : shops.entrySet()) {
                String shopId = each.getKey();
                changed.add(shopId);
                if (isLast) {
                    each.getValue().finish(row -> tell(shopId, row));
                } else {
                    each.getValue().advance(mark.getTimestamp(), row -> tell(shopId, row));
                }
            }
        }
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        for (String shopId : changed) {
            setCurrentKey(shopId);
            saved.update(SavedShop.of(shops.get(shopId)));
        }
        changed.clear();
    }

    private ShopHotspots begin(String shopId) {
        ShopHotspots shop = detection.begin(shopId);
        shop.setTickListener((endMillis, cells) -> CellEvidence.tell(endMillis, cells, each -> tell(shopId, each)));
        shop.cells().setDayListener(day -> tell(shopId, day));
        shops.put(shopId, shop);
        return shop;
    }

    private void tell(String shopId, AlarmRow row) {
        output.collect(new StreamRecord<>(new FactRow<>(shopId, row.value(), row.version(), row)));
    }

    private void tell(String shopId, CellEvidence row) {
        output.collect(evidence, new StreamRecord<>(new FactRow<>(shopId, row.value(), 0, row)));
    }

    private void tell(String shopId, CellDay row) {
        output.collect(days, new StreamRecord<>(new FactRow<>(shopId, row.value(), 0, row)));
    }

    /** An event has exposures under several dimensions, of which the whole shop's is always one. */
    private void countLate(Signal signal) {
        if (signal instanceof Complaint) {
            lateComplaints.inc();
        } else if (signal instanceof Exposure exposure && exposure.dimension() == Dimension.SHOP) {
            lateExposures.inc(exposure.count());
        }
    }
}
