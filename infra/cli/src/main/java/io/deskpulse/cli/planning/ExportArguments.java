package io.deskpulse.cli.planning;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.forecasts.Regrid;
import io.deskpulse.ops.forecasts.export.AmazonConnect;
import io.deskpulse.ops.forecasts.export.Calabrio;
import io.deskpulse.ops.forecasts.export.Canonical;
import io.deskpulse.ops.forecasts.export.ForecastText;
import io.deskpulse.ops.forecasts.export.GenesysCloud;
import io.deskpulse.ops.forecasts.export.NiceIex;
import io.deskpulse.ops.forecasts.export.Plot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** In which form rows go out, and where to; a mixin. */
public final class ExportArguments {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "table, csv, json, genesys, amazon-connect, calabrio, nice or ics (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to FILE (default: standard output; genesys needs a file).")
    private Path out;

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg|FILE.png",
            description = "Draw a chart with the bands too, and a line of bars for each day on standard error.")
    private Path plot;

    @Option(
            names = "--week-start",
            paramLabel = "DATE",
            description = "genesys: first day of the week (default: the Monday of the first interval).")
    private String weekStart;

    @Option(
            names = "--planning-group",
            paramLabel = "CHANNEL=ID",
            description = "genesys: id of a channel's planning group; may be repeated.")
    private Map<String, String> groups = Map.of();

    @Option(
            names = "--queue-id",
            paramLabel = "CHANNEL=ID",
            description = "amazon-connect: id of a channel's queue; may be repeated.")
    private Map<String, String> queues = Map.of();

    @Option(
            names = "--amazon-columns",
            paramLabel = "CONTACTS,HANDLE",
            split = ",",
            defaultValue = "Contact volume,Average handle time",
            description = "amazon-connect: names of the last two columns, as in the template that the console offers "
                    + "(default: ${DEFAULT-VALUE}).")
    private List<String> amazonColumns;

    /** Whether a calendar is asked for, which shows no intervals. */
    boolean calendar() {
        return format.equalsIgnoreCase("ics");
    }

    /** Writes rows, at least one. */
    void write(List<ForecastRow> rows, PrintWriter console, PrintWriter messages) {
        if (plot != null) {
            draw(rows, messages);
        }
        switch (format.toLowerCase(Locale.ROOT)) {
            case "table" -> text(console, () -> ForecastText.of(rows));
            case "csv" -> text(console, () -> Canonical.csv(rows));
            case "json" -> text(console, () -> Canonical.json(rows));
            case "calabrio" -> text(console, () -> Calabrio.of(rows));
            case "nice" -> text(console, () -> NiceIex.of(rows));
            case "amazon-connect" -> {
                if (amazonColumns.size() != 2) {
                    throw new UserError(
                            "--amazon-columns must be two names, got " + String.join(",", amazonColumns) + ".");
                }
                text(console, () -> AmazonConnect.of(rows, queues, amazonColumns));
            }
            case "genesys" -> {
                if (out == null) {
                    throw new UserError("genesys is a compressed file; name it with --out FILE.json.gz.");
                }
                save(out, GenesysCloud.of(Regrid.to(15, rows), week(rows), groups));
            }
            default ->
                throw new UserError(
                        "--format must be table, csv, json, genesys, amazon-connect, calabrio, nice or ics, got "
                                + format + ".");
        }
    }

    /** Writes a text. */
    void text(PrintWriter console, Supplier<String> text) {
        if (out == null) {
            console.print(text.get());
            console.flush();
        } else {
            save(out, text.get().getBytes(StandardCharsets.UTF_8));
        }
    }

    private LocalDate week(List<ForecastRow> rows) {
        return weekStart == null
                ? rows.get(0).local().toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : PlanningArguments.day("--week-start", weekStart);
    }

    private void draw(List<ForecastRow> rows, PrintWriter messages) {
        String name = plot.toString().toLowerCase(Locale.ROOT);
        List<ForecastRow> first = rows.stream()
                .filter(row -> row.series().equals(rows.get(0).series()))
                .toList();
        if (first.size() < rows.size()) {
            messages.println("The chart is of " + first.get(0).series().channel() + "; choose another with --channel.");
        }
        if (name.endsWith(".svg")) {
            save(plot, new Plot(first).svg().getBytes(StandardCharsets.UTF_8));
        } else if (name.endsWith(".png")) {
            save(plot, new Plot(first).png());
        } else {
            throw new UserError("--plot must name a file that ends in .svg or .png, got " + plot + ".");
        }
        messages.print(ForecastText.sparklines(rows));
        messages.flush();
    }

    private static void save(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (NoSuchFileException e) {
            throw new UserError("Cannot write " + file + ": there is no such folder.", e);
        } catch (IOException e) {
            throw new UserError("Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
