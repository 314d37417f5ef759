package io.deskpulse.streaming.hotspots.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.hotspots.cells.CellDay;
import io.deskpulse.metrics.hotspots.cells.CellEvidence;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.streaming.codec.KeyTypeInfo;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import io.deskpulse.streaming.testing.CountedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** What comes after its tick was decided. That it changes no row is {@link HotspotsOperatorTest}'s to show. */
class LateSignalsTest {
    private static final OutputTag<FactRow<CellEvidence>> EVIDENCE =
            new OutputTag<>("evidence", EvidenceTable.ROWS.type());
    private static final OutputTag<FactRow<CellDay>> DAYS = new OutputTag<>("days", CellDayTable.ROWS.type());

    @Test
    void complaintsAndExposuresAreCountedOnceEach() throws Exception {
        CountedOperator counted = new CountedOperator();
        try (KeyedOneInputStreamOperatorTestHarness<String, ShopSignal, ?> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new HotspotsOperator(SignalStory.detection(), EVIDENCE, DAYS),
                        ShopSignal::shopId,
                        KeyTypeInfo.INSTANCE,
                        counted.environment())) {
            harness.open();
            harness.processElement(signed(SignalStory.at(1, 0), Dimension.SHOP, "", 4));
            harness.processWatermark(SignalStory.at(1, 2));

            harness.processElement(signed(SignalStory.at(1, 1), Dimension.SHOP, "", 3));
            harness.processElement(signed(SignalStory.at(1, 1), Dimension.SKU, "sku-1", 3));
            harness.processElement(signed(SignalStory.at(1, 1), Dimension.CARRIER, "SF", 3));
            harness.processElement(complaint(SignalStory.at(1, 1.5)));
            harness.processElement(complaint(SignalStory.at(1, 3)));

            assertThat(counted.count("lateExposures")).isEqualTo(3);
            assertThat(counted.count("lateComplaints")).isOne();
        }
    }

    private static StreamRecord<ShopSignal> signed(long millis, Dimension dimension, String value, int count) {
        return new StreamRecord<>(
                new ShopSignal("one", new Exposure(millis, ExposureType.SIGNED, dimension, value, count)));
    }

    private static StreamRecord<ShopSignal> complaint(long millis) {
        return new StreamRecord<>(
                new ShopSignal("one", new Complaint(millis, "e1", 0, 7, millis - 1, "sku-1", null, "SF", null)));
    }
}
