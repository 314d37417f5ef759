package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.streaming.ticks.TickOperator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up exposures of one tick and value before they leave the task, so that a shop with much of all traffic makes no hot key.
 *
 * <p>In: signals, those of a tick before the watermark that ended it. Out: complaints as they come; exposures added up, under the
 * beginning of their tick, so that their time does not depend on who was added to whom, before each watermark and each checkpoint
 * barrier. No state.
 */
public final class SignalSums extends AbstractStreamOperator<ShopSignal>
        implements OneInputStreamOperator<ShopSignal, ShopSignal> {
    private static final long serialVersionUID = 1L;

    private transient Map<Value, Integer> sums;

    private record Value(String shopId, long tickMillis, ExposureType type, Dimension dimension, String value) {}

    @Override
    public void open() throws Exception {
        super.open();
        sums = new LinkedHashMap<>();
    }

    @Override
    public void processElement(StreamRecord<ShopSignal> element) {
        ShopSignal told = element.getValue();
        if (told.signal() instanceof Exposure exposure) {
            long tickMillis = TickOperator.tickBeginMillis(exposure.timeMillis());
            sums.merge(
                    new Value(told.shopId(), tickMillis, exposure.type(), exposure.dimension(), exposure.value()),
                    exposure.count(),
                    Integer::sum);
        } else {
            output.collect(new StreamRecord<>(told));
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        send();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        send();
    }

    @Override
    public void finish() throws Exception {
        send();
        super.finish();
    }

    private void send() {
        sums.forEach((of, count) -> output.collect(new StreamRecord<>(new ShopSignal(
                of.shopId(), new Exposure(of.tickMillis(), of.type(), of.dimension(), of.value(), count)))));
        sums.clear();
    }
}
