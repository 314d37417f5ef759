package io.deskpulse.streaming.staffing;

import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import io.deskpulse.streaming.staffing.source.SeriesSource;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * From what was measured of shops to {@code forecast_slots}, {@code forecast_totals} and {@code forecast_oddities}.
 *
 * @param settings of the job
 */
record StaffingGraph(StaffingSettings settings) implements JobGraph {
    private static final CodecTypeInfo<SeriesInput> SERIES =
            CodecTypeInfo.of(SeriesInput.class, new SeriesInputCodec());

    @Override
    public List<Subscription<?, ?>> subscriptions() {
        return List.of();
    }

    @Override
    public List<DataStream<?>> events(EventStreams in) {
        return List.of(series(in.environment()));
    }

    @Override
    public List<DataStream<?>> rows(EventStreams in) {
        SingleOutputStreamOperator<byte[]> slots = slots(in.environment());
        return List.of(slots, slots.getSideOutput(PlanFunction.DAYS), slots.getSideOutput(PlanFunction.ODDITIES));
    }

    @Override
    public void build(EventStreams in) {
        ClickHouse clickHouse = settings.clickHouse();
        SingleOutputStreamOperator<byte[]> slots = slots(in.environment());
        ClickHouseSink.writeEncoded(slots, PlanTables.SLOTS, clickHouse, "forecast-slots-sink");
        ClickHouseSink.writeEncoded(
                slots.getSideOutput(PlanFunction.DAYS), PlanTables.DAYS, clickHouse, "forecast-totals-sink");
        ClickHouseSink.writeEncoded(
                slots.getSideOutput(PlanFunction.ODDITIES), PlanTables.ODDITIES, clickHouse, "forecast-oddities-sink");
    }

    private DataStream<SeriesInput> series(StreamExecutionEnvironment env) {
        return env.fromSource(
                        new SeriesSource(settings.plan()),
                        WatermarkStrategy.noWatermarks(),
                        "ClickHouse arrivals",
                        SERIES)
                .uid("series-source");
    }

    private SingleOutputStreamOperator<byte[]> slots(StreamExecutionEnvironment env) {
        DataStream<SeriesInput> series = series(env);
        int most = settings.sampleShops();
        DataStream<Sample> samples = series.map(Sample::of)
                .returns(CodecTypeInfo.of(Sample.class, new Sample.Form()))
                .uid("sample-candidates")
                .name("Candidates of samples")
                .keyBy(Sample::channel, BasicTypeInfo.STRING_TYPE_INFO)
                .reduce((one, other) -> one.with(other, most))
                .uid("samples")
                .name("Sample of each channel");
        return series.keyBy(one -> one.shopId() + "/" + one.channel(), BasicTypeInfo.STRING_TYPE_INFO)
                .connect(samples.broadcast(PlanFunction.SAMPLES))
                .process(new PlanFunction(settings.planning()), PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .uid("plan")
                .name("Forecast and agents");
    }
}
