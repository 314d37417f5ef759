package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.cells.CellDay;
import io.deskpulse.metrics.hotspots.cells.CellEvidence;
import io.deskpulse.streaming.codec.KeyTypeInfo;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Signals of shops in, alarms and what stands behind them out.
 *
 * @param detection how hotspots are looked for
 */
public record DetectionPipeline(Detection detection) {
    /**
     * What leaves the pipeline.
     *
     * @param alarms versions of alarms, the highest of a cell and opening being the true one
     * @param evidence of cells that ring or nearly do, at the ends of ticks
     * @param days of cells that have something to tell of them
     */
    public record Outputs(
            DataStream<FactRow<AlarmRow>> alarms,
            DataStream<FactRow<CellEvidence>> evidence,
            DataStream<FactRow<CellDay>> days) {
        /** All of them. */
        public List<DataStream<?>> all() {
            return List.of(alarms, evidence, days);
        }

        /** Writes them into their tables. */
        public void write(ClickHouse clickHouse) {
            ClickHouseSink.write(alarms, AlarmTable.TABLE, clickHouse, "hotspot-alarms-sink");
            ClickHouseSink.write(evidence, EvidenceTable.TABLE, clickHouse, "hotspot-evidence-sink");
            ClickHouseSink.write(days, CellDayTable.TABLE, clickHouse, "hotspot-cell-days-sink");
        }
    }

    /** Wires the operator. */
    public Outputs apply(DataStream<ShopSignal> signals) {
        OutputTag<FactRow<CellEvidence>> evidence = new OutputTag<>("hotspot-evidence", EvidenceTable.ROWS.type());
        OutputTag<FactRow<CellDay>> days = new OutputTag<>("hotspot-cell-days", CellDayTable.ROWS.type());
        SingleOutputStreamOperator<FactRow<AlarmRow>> alarms = signals.keyBy(ShopSignal::shopId, KeyTypeInfo.INSTANCE)
                .transform("Hotspots", AlarmTable.ROWS.type(), new HotspotsOperator(detection, evidence, days))
                .uid("hotspots");
        return new Outputs(alarms, alarms.getSideOutput(evidence), alarms.getSideOutput(days));
    }
}
