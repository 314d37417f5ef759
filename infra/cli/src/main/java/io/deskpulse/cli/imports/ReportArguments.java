package io.deskpulse.cli.imports;

import io.deskpulse.imports.report.Report;
import io.deskpulse.imports.report.ReportJson;
import io.deskpulse.imports.report.ReportText;
import io.deskpulse.imports.run.Importer;
import io.deskpulse.imports.run.TextFiles;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** How an import tells what became of its records; a mixin. */
public final class ReportArguments {
    private static final int IMPERFECT = 3;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON, too.")
    private Path file;

    @Option(names = "--strict", description = "Exit with status 3 when anything was refused, unknown or lost.")
    private boolean strict;

    /**
     * Fails before anything is read where the report cannot be written.
     *
     * @throws UserError when it cannot
     */
    public void check() {
        if (file != null) {
            OutputFiles.check("--report", file);
        }
    }

    /** Tells the report, and returns the exit status. */
    public int tell(Importer importer, ZoneId zone, Progress progress) {
        Report report = importer.report();
        ReportText.of(report, importer.mapping().about().title(), zone).forEach(progress::step);
        if (file != null) {
            String json = ReportJson.of(
                    report,
                    importer.mapping().about().name(),
                    importer.mapping().about().version(),
                    zone);
            try {
                Files.writeString(file, json);
            } catch (IOException e) {
                throw new UserError("Cannot write " + file + ": " + TextFiles.why(e, file) + ".", e);
            }
        }
        return strict && report.isImperfect() ? IMPERFECT : 0;
    }
}
