package io.deskpulse.streaming.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.streaming.timeline.Located;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class EventTimeWatermarksTest {
    private static final long DISORDER = 1_000;

    private final EventTimeWatermarks watermarks = new EventTimeWatermarks(DISORDER);
    private long emittedMillis = Long.MIN_VALUE;

    @Test
    void followsTheNewestEvent() {
        take(50_000, 90_000);
        take(40_000, 91_000);
        assertThat(emitted()).isEqualTo(50_000 - DISORDER - 1);
    }

    @Test
    void anEventOfTheFutureCountsAsOfWhenKafkaGotIt() {
        take(150_000, 90_000);
        assertThat(emitted()).isEqualTo(90_000 - DISORDER - 1);
        take(91_000, 92_000);
        assertThat(emitted()).isEqualTo(91_000 - DISORDER - 1);
    }

    @Test
    void withoutATimestampOfKafkaTheEventsOwnTimeCounts() {
        take(150_000, Long.MIN_VALUE);
        assertThat(emitted()).isEqualTo(150_000 - DISORDER - 1);
    }

    private void take(long eventMillis, long kafkaMillis) {
        ContactEvent event =
                new ContactEvent("s", "c", "e", eventMillis, ContactEvent.Kind.BUYER_SPOKE, null, null, null);
        watermarks.onEvent(Decoded.event(0, new Located<>(event, 0, 0)), kafkaMillis, output());
    }

    private long emitted() {
        watermarks.onPeriodicEmit(output());
        return emittedMillis;
    }

    private WatermarkOutput output() {
        return new WatermarkOutput() {
            @Override
            public void emitWatermark(Watermark watermark) {
                emittedMillis = watermark.getTimestamp();
            }

            @Override
            public void markIdle() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void markActive() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
