package io.deskpulse.imports.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.input.Place;
import io.deskpulse.imports.input.RecordSink;
import java.util.function.LongConsumer;

/** Counts what goes through. */
final class CountedSink implements RecordSink {
    private final RecordSink sink;
    private final LongConsumer counts;
    private long count;

    CountedSink(RecordSink sink, LongConsumer counts) {
        this.sink = sink;
        this.counts = counts;
    }

    @Override
    public void object(ObjectNode object, Place place) {
        sink.object(object, place);
        counts.accept(++count);
    }

    @Override
    public void unreadable(Place place, String problem) {
        sink.unreadable(place, problem);
        counts.accept(++count);
    }
}
