package io.deskpulse.streaming.staffing.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Finds the shops once, and hands them out, some at a time, to whichever reader is idle. */
final class ShopEnumerator implements SplitEnumerator<ShopSplit, PendingSplits> {
    private final ReadPlan plan;
    private final SplitEnumeratorContext<ShopSplit> context;
    private final Deque<ShopSplit> pending;
    private final Set<Integer> waiting = new LinkedHashSet<>();
    private boolean found;

    ShopEnumerator(ReadPlan plan, SplitEnumeratorContext<ShopSplit> context, PendingSplits restored) {
        this.plan = plan;
        this.context = context;
        this.pending = new ArrayDeque<>(restored.splits());
        this.found = restored.found();
    }

    @Override
    public void start() {
        if (!found) {
            context.callAsync(this::shops, this::split);
        }
    }

    @Override
    public void handleSplitRequest(int reader, String host) {
        waiting.add(reader);
        assign();
    }

    @Override
    public void addSplitsBack(List<ShopSplit> splits, int reader) {
        splits.forEach(pending::addFirst);
        assign();
    }

    @Override
    public void addReader(int reader) {
        // It asks for a split when it is ready.
    }

    @Override
    public PendingSplits snapshotState(long checkpoint) {
        return new PendingSplits(found, new ArrayList<>(pending));
    }

    @Override
    public void close() {
        // Nothing is held between calls.
    }

    private List<String> shops() {
        try (SeriesQueries queries = new SeriesQueries(plan)) {
            return queries.shops();
        }
    }

    private void split(List<String> shops, Throwable failure) {
        if (failure != null) {
            throw new IllegalStateException(
                    "the shops cannot be read from " + plan.server().url(), failure);
        }
        int number = 0;
        for (int from = 0; from < shops.size(); from += plan.shopsPerSplit()) {
            int to = Math.min(shops.size(), from + plan.shopsPerSplit());
            pending.add(new ShopSplit(number++, shops.subList(from, to), 0));
        }
        found = true;
        assign();
    }

    private void assign() {
        List<Integer> readers = new ArrayList<>(waiting);
        for (int reader : readers) {
            if (!found) {
                return;
            }
            waiting.remove(reader);
            if (!context.registeredReaders().containsKey(reader)) {
                continue;
            }
            ShopSplit next = pending.poll();
            if (next == null) {
                context.signalNoMoreSplits(reader);
            } else {
                context.assignSplit(next, reader);
            }
        }
    }
}
