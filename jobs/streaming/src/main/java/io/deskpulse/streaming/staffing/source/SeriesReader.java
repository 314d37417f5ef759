package io.deskpulse.streaming.staffing.source;

import io.deskpulse.metrics.planning.SeriesInput;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;

/** Reads splits one after another on a thread of its own, and asks for the next when one is done. */
final class SeriesReader
        extends SingleThreadMultiplexSourceReaderBase<SeriesInput, SeriesInput, ShopSplit, SeriesReader.Progress> {
    /** How far a split has come. */
    static final class Progress {
        private final ShopSplit split;
        private int emitted;

        Progress(ShopSplit split) {
            this.split = split;
            this.emitted = split.emitted();
        }
    }

    SeriesReader(ReadPlan plan, SourceReaderContext context) {
        super(
                () -> new SeriesSplitReader(plan),
                (series, out, progress) -> {
                    out.collect(series);
                    progress.emitted++;
                },
                new Configuration(),
                context);
    }

    @Override
    public void start() {
        if (getNumberOfCurrentlyAssignedSplits() == 0) {
            context.sendSplitRequest();
        }
    }

    @Override
    protected void onSplitFinished(Map<String, Progress> finished) {
        context.sendSplitRequest();
    }

    @Override
    protected Progress initializedState(ShopSplit split) {
        return new Progress(split);
    }

    @Override
    protected ShopSplit toSplitType(String id, Progress progress) {
        return progress.split.after(progress.emitted);
    }
}
