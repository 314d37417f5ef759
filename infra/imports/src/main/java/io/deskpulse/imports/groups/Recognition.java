package io.deskpulse.imports.groups;

import io.deskpulse.imports.input.RecordSink;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.report.Report;

/** Tells how many objects are records of a source, and makes nothing of them. */
public final class Recognition {
    private final Collector collector;

    /** For one source. */
    public Recognition(Mapping mapping) {
        collector = new Collector(mapping, new Report(), true, item -> {}, contact -> {});
    }

    /** Where objects go in. */
    public RecordSink sink() {
        return collector;
    }

    /** How many of them were records. */
    public long known() {
        return collector.known();
    }
}
