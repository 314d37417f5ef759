package io.deskpulse.streaming.staffing.source;

import io.deskpulse.metrics.planning.SeriesInput;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** What was known of each shop's channels at a moment, from ClickHouse; it ends when all shops are read, each once. */
public final class SeriesSource implements Source<SeriesInput, ShopSplit, PendingSplits> {
    private static final long serialVersionUID = 1L;

    private final ReadPlan plan;

    /** A source of what a run reads. */
    public SeriesSource(ReadPlan plan) {
        this.plan = plan;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<SeriesInput, ShopSplit> createReader(SourceReaderContext context) {
        return new SeriesReader(plan, context);
    }

    @Override
    public SplitEnumerator<ShopSplit, PendingSplits> createEnumerator(SplitEnumeratorContext<ShopSplit> context) {
        return new ShopEnumerator(plan, context, new PendingSplits(false, List.of()));
    }

    @Override
    public SplitEnumerator<ShopSplit, PendingSplits> restoreEnumerator(
            SplitEnumeratorContext<ShopSplit> context, PendingSplits pending) {
        return new ShopEnumerator(plan, context, pending);
    }

    @Override
    public SimpleVersionedSerializer<ShopSplit> getSplitSerializer() {
        return new ShopSplitForm();
    }

    @Override
    public SimpleVersionedSerializer<PendingSplits> getEnumeratorCheckpointSerializer() {
        return new PendingSplits.Form();
    }
}
