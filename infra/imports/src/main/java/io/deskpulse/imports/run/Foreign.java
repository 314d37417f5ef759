package io.deskpulse.imports.run;

import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.RecordKind;
import io.deskpulse.imports.report.Report;
import io.deskpulse.ops.UserError;
import java.util.stream.Collectors;

/** A file of which no record is one of the source. */
final class Foreign {
    private Foreign() {}

    /** What to say of it: what was expected, what went wrong first, and which source would fit. */
    static UserError file(String name, Mapping mapping, ImportOptions options, Report report) {
        String expected = mapping.kinds().stream()
                .filter(kind -> !kind.part())
                .map(RecordKind::shape)
                .distinct()
                .collect(Collectors.joining("; "));
        String first = report.refused().isEmpty()
                ? ""
                : "\nThe first that could not be read: "
                        + report.refused().get(0).place() + ": "
                        + report.refused().get(0).expected() + ".";
        String fits = Fitting.source(options, name);
        return new UserError(name + " holds no record of " + mapping.about().title() + ". Expected " + expected + "."
                + first + (fits == null ? "" : "\nIt looks like --from " + fits + "."));
    }
}
