package io.deskpulse.streaming.events;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Watermarks that follow the newest event by a bounded disorder. An event that was in the future when Kafka got it counts as of then: one
 * clock that is fast makes no others late.
 */
final class EventTimeWatermarks implements WatermarkGenerator<Decoded> {
    private final long disorderMillis;
    private long newestMillis;

    EventTimeWatermarks(long disorderMillis) {
        this.disorderMillis = disorderMillis;
        this.newestMillis = Long.MIN_VALUE + disorderMillis + 1;
    }

    @Override
    public void onEvent(Decoded decoded, long timestampMillis, WatermarkOutput output) {
        if (decoded.event() != null) {
            long eventMillis = decoded.event().event().timeMillis();
            newestMillis =
                    Math.max(newestMillis, timestampMillis > 0 ? Math.min(eventMillis, timestampMillis) : eventMillis);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(new Watermark(newestMillis - disorderMillis - 1));
    }
}
