package io.deskpulse.streaming.hotspots.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A shop of the first release that knew hotspots, in the middle of an outbreak; that release wrote the file, from the signals {@link
 * #BEFORE} it, and it is never written again.
 */
class ReleasedShopTest {
    private static final List<ShopSignal> SIGNALS =
            SignalStory.together(new SignalStory("one", 1).sell(0, 29).burst(SignalStory.at(25, 10), "sku-3", 20));

    private static final int BEFORE = (int) SIGNALS.stream()
            .filter(signal -> signal.signal().timeMillis() < SignalStory.at(25, 11.2))
            .count();

    @ParameterizedTest
    @EnumSource(Backend.class)
    void itGoesOn(Backend backend) throws Exception {
        TreeSet<String> unstopped;
        try (HotspotsHarness harness = new HotspotsHarness(1)) {
            Arrival.replay(harness, SIGNALS, 0, BEFORE);
            assertThat(harness.alarms).as("alarms by then").isNotEmpty();
            harness.stored.clear();
            unstopped = goOn(harness);
        }
        try (HotspotsHarness harness = new HotspotsHarness(
                backend.make(), OperatorSnapshotUtil.readStateHandle("src/test/resources/state/shop-hotspots-1"))) {
            assertThat(goOn(harness)).isEqualTo(unstopped).isNotEmpty();
        }
    }

    private static TreeSet<String> goOn(HotspotsHarness harness) throws Exception {
        Arrival.replay(harness, SIGNALS, BEFORE, SIGNALS.size());
        harness.watermark(Watermark.MAX_WATERMARK.getTimestamp());
        return harness.stored;
    }
}
