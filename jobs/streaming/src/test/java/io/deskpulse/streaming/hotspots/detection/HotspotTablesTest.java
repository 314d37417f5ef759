package io.deskpulse.streaming.hotspots.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.cells.CellDay;
import io.deskpulse.metrics.hotspots.cells.CellEvidence;
import io.deskpulse.metrics.hotspots.expected.RelativeRate;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows on their way to their tables. */
class HotspotTablesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "spring"})
    void alarmsTravelWhole(String campaign) throws IOException {
        AlarmRow row = new AlarmRow(
                "broken",
                Dimension.REGION,
                "浙江",
                1_000,
                3,
                "broken:1",
                Dimension.SKU,
                "sku-3",
                AlarmRow.Kind.DRIFT,
                campaign.isEmpty(),
                true,
                2_000,
                campaign.isEmpty() ? AlarmRow.NOT_ENDED : 2_000,
                500,
                9,
                8,
                1.5,
                6.1,
                3.2,
                9.9,
                7.25,
                6.64,
                3_600_000,
                5.5,
                campaign.isEmpty() ? null : campaign,
                List.of("e2", "e1"));

        assertThat(sent(AlarmTable.ROWS, row)).isEqualTo(row);
    }

    @Test
    void whatStandsBehindThemTravelsWhole() throws IOException {
        CellEvidence evidence = new CellEvidence("broken", Dimension.SHOP, "", 1_000, 4.5, 6.64, true);
        CellDay day = new CellDay(20_000, "late", Dimension.CARRIER, "SF", 120, 3, 1.25, 4, new RelativeRate(13, 5.2));

        assertThat(sent(EvidenceTable.ROWS, evidence)).isEqualTo(evidence);
        assertThat(sent(CellDayTable.ROWS, day)).isEqualTo(day);
        assertThat(day.rateLow()).isBetween(1.4787, 1.4788);
    }

    private static <F> F sent(FactRowCodec<F> codec, F facts) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        codec.write(new FactRow<>("s1", "id", 7, facts), out);
        FactRow<F> read = codec.read(new DataInputDeserializer(out.getCopyOfBuffer()));
        assertThat(read.shopId()).isEqualTo("s1");
        assertThat(read.version()).isEqualTo(7);
        return read.facts();
    }
}
