package io.deskpulse.streaming.hotspots.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Signal;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SignalSumsTest {
    private static final long TICK = 1_700_000_100_000L;

    @Test
    void exposuresOfOneTickAndValueAreOneUnderTheBeginningOfTheTickAndComplaintsPassAtOnce() throws Exception {
        Complaint complaint = new Complaint(TICK + 7, "e1", 0, 1L, TICK, null, null, null, null);
        try (OneInputStreamOperatorTestHarness<ShopSignal, ShopSignal> harness =
                new OneInputStreamOperatorTestHarness<>(new SignalSums())) {
            harness.open();
            send(harness, "s1", exposure(TICK + 3, "k1", 2));
            send(harness, "s1", exposure(TICK + 299_999, "k1", 1));
            send(harness, "s1", exposure(TICK + 300_000, "k1", 1));
            send(harness, "s1", exposure(TICK, "k2", 1));
            send(harness, "s2", exposure(TICK, "k1", 1));
            send(harness, "s1", complaint);
            assertThat(harness.extractOutputValues()).containsExactly(new ShopSignal("s1", complaint));

            harness.processWatermark(TICK + 600_000);
            harness.processWatermark(TICK + 900_000);

            assertThat(harness.extractOutputValues())
                    .containsExactlyInAnyOrder(
                            new ShopSignal("s1", complaint),
                            new ShopSignal("s1", exposure(TICK, "k1", 3)),
                            new ShopSignal("s1", exposure(TICK + 300_000, "k1", 1)),
                            new ShopSignal("s1", exposure(TICK, "k2", 1)),
                            new ShopSignal("s2", exposure(TICK, "k1", 1)));
            assertThat(List.copyOf(harness.getOutput()).get(harness.getOutput().size() - 1))
                    .isNotInstanceOf(StreamRecord.class);
        }
    }

    @Test
    void nothingIsHeldBackAtACheckpoint() throws Exception {
        try (OneInputStreamOperatorTestHarness<ShopSignal, ShopSignal> harness =
                new OneInputStreamOperatorTestHarness<>(new SignalSums())) {
            harness.open();
            send(harness, "s1", exposure(TICK, "k1", 2));
            harness.prepareSnapshotPreBarrier(1);
            assertThat(harness.extractOutputValues()).containsExactly(new ShopSignal("s1", exposure(TICK, "k1", 2)));
        }
    }

    private static void send(
            OneInputStreamOperatorTestHarness<ShopSignal, ShopSignal> harness, String shop, Signal signal)
            throws Exception {
        harness.processElement(new StreamRecord<>(new ShopSignal(shop, signal)));
    }

    private static Exposure exposure(long millis, String sku, int count) {
        return new Exposure(millis, ExposureType.SIGNED, Dimension.SKU, sku, count);
    }
}
