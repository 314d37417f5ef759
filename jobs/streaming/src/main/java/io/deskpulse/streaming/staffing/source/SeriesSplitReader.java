package io.deskpulse.streaming.staffing.source;

import io.deskpulse.metrics.planning.SeriesInput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;

/** Reads a split whole: its series in the order of shop and channel, which is the same at each try. */
final class SeriesSplitReader implements SplitReader<SeriesInput, ShopSplit> {
    private final SeriesQueries queries;
    private final Deque<ShopSplit> splits = new ArrayDeque<>();

    SeriesSplitReader(ReadPlan plan) {
        this.queries = new SeriesQueries(plan);
    }

    @Override
    public RecordsWithSplitIds<SeriesInput> fetch() {
        RecordsBySplits.Builder<SeriesInput> records = new RecordsBySplits.Builder<>();
        ShopSplit split = splits.poll();
        if (split != null) {
            List<SeriesInput> series = queries.series(split.shops());
            series.stream().skip(split.emitted()).forEach(one -> records.add(split.splitId(), one));
            records.addFinishedSplit(split.splitId());
        }
        return records.build();
    }

    @Override
    public void handleSplitsChanges(SplitsChange<ShopSplit> changes) {
        splits.addAll(changes.splits());
    }

    @Override
    public void wakeUp() {
        // A query ends by itself.
    }

    @Override
    public void close() {
        queries.close();
    }
}
