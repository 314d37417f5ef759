package io.deskpulse.ops.replay.files;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.Closeable;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Several files as one, always taking the file whose next event is the oldest.
 *
 * <p>Files that are in order by event time give events in order; the order within a file is never changed, and of equal times the
 * file named first comes first.
 */
public final class MergedEvents implements Closeable {
    private final List<EventFile> files;
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparingLong(Head::timeMillis).thenComparingInt(Head::file));

    /**
     * Opens the files and looks for the first event of each.
     *
     * @param rejected told of each line that is no event
     */
    public MergedEvents(EventFiles files, Consumer<RejectedLine> rejected) {
        this.files = files.open(new JsonLinesReader(), rejected);
        for (int file = 0; file < this.files.size(); file++) {
            advance(file);
        }
    }

    /** The next event, or null at the end of all files. */
    public ParsedLine.Event next() {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        advance(head.file);
        return head.event;
    }

    @Override
    public void close() {
        files.forEach(EventFile::close);
    }

    private void advance(int file) {
        ParsedLine.Event event = files.get(file).next();
        if (event != null) {
            heads.add(new Head(file, EventStream.eventTimeMillis(event.event()), event));
        }
    }

    private record Head(int file, long timeMillis, ParsedLine.Event event) {}
}
