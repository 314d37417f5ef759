package io.deskpulse.streaming.staffing;

import io.deskpulse.metrics.planning.PlannedDay;
import io.deskpulse.metrics.planning.PlannedSlot;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.planning.SeriesPlan;
import io.deskpulse.metrics.planning.planner.Learned;
import io.deskpulse.metrics.planning.planner.SeriesPlanner;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.RowBinary;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In: a series at a time, and before all of them the sample of each channel. Out: rows of intervals, of days and of oddities. */
final class PlanFunction extends KeyedBroadcastProcessFunction<String, SeriesInput, Sample, byte[]> {
    /** Samples by channel. */
    static final MapStateDescriptor<String, Sample> SAMPLES = new MapStateDescriptor<>(
            "samples", BasicTypeInfo.STRING_TYPE_INFO, CodecTypeInfo.of(Sample.class, new Sample.Form()));

    /** Rows of days. */
    static final OutputTag<byte[]> DAYS =
            new OutputTag<>("days", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    /** Rows of oddities. */
    static final OutputTag<byte[]> ODDITIES =
            new OutputTag<>("oddities", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PlanFunction.class);

    private final StaffingSettings.Planning planning;
    private transient Map<String, SeriesPlanner> planners;
    private transient RowBinary bytes;
    private transient Counter unplanned;

    PlanFunction(StaffingSettings.Planning planning) {
        this.planning = planning;
    }

    @Override
    public void processBroadcastElement(Sample sample, Context context, Collector<byte[]> out) throws Exception {
        context.getBroadcastState(SAMPLES).put(sample.channel(), sample);
    }

    @Override
    public void processElement(SeriesInput series, ReadOnlyContext context, Collector<byte[]> out) throws Exception {
        if (planners == null) {
            planners = new HashMap<>();
            bytes = new RowBinary();
            unplanned = getRuntimeContext().getMetricGroup().counter("unplannedSeries");
        }
        SeriesPlanner planner = planners.get(series.channel());
        if (planner == null) {
            Sample sample = context.getBroadcastState(SAMPLES).get(series.channel());
            Learned learned = sample == null ? Learned.NOTHING : Learned.of(sample.series(), planning.madeAt());
            planner = new SeriesPlanner(learned, planning.madeAt(), planning.horizonDays(), planning.intraday());
            planners.put(series.channel(), planner);
        }
        SeriesPlan plan;
        try {
            plan = planner.plan(series, planning.goals().of(series.shopId(), series.channel()));
        } catch (IllegalArgumentException e) {
            // Planned again it would fail again, and with it the plans of all other shops.
            LOG.warn(
                    "No plan for {} of shop {}: {}. Its last one stays.",
                    series.channel(),
                    series.shopId(),
                    e.getMessage());
            unplanned.inc();
            return;
        }
        Run run = new Run(
                series.shopId(),
                series.channel(),
                series.grid().minutes(),
                planning.madeAt().toEpochMilli(),
                plan.origin().toEpochDay(),
                plan.weeklyContacts());
        for (PlannedSlot slot : plan.slots()) {
            out.collect(row(PlanTables.SLOTS, run, slot));
        }
        for (PlannedDay day : plan.days()) {
            context.output(DAYS, row(PlanTables.DAYS, run, day));
        }
        for (SeriesPlan.Oddity oddity : plan.oddities()) {
            context.output(ODDITIES, row(PlanTables.ODDITIES, run, oddity));
        }
    }

    private <T> byte[] row(FactTable<Run.Row<T>> table, Run run, T item) {
        bytes.clear();
        table.write(new Run.Row<>(run, item), bytes);
        return bytes.toByteArray();
    }
}
