package io.deskpulse.local.flink;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts numbers per key in state, and shows each count to the test through {@link #SEEN}; emits nothing. */
final class CountingFunction extends KeyedProcessFunction<Long, Long, Long> {
    /** The latest count by name of the job and key: the mini-cluster lives in this process. */
    static final ConcurrentMap<String, Long> SEEN = new ConcurrentHashMap<>();

    private static final long serialVersionUID = 1L;

    private final String name;
    private transient ValueState<Long> count;

    CountingFunction(String name) {
        this.name = name;
    }

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
        Long before = count.value();
        long now = before == null ? 1 : before + 1;
        count.update(now);
        SEEN.put(name + context.getCurrentKey(), now);
    }
}
