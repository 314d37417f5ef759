package io.deskpulse.cli.forecast;

import io.deskpulse.metrics.forecast.SlotForecast;
import io.deskpulse.ops.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Forecasts as a CSV file: one line a slot and lead, with the count that came; numbers with a point whatever the locale. */
public final class QuantileFile implements AutoCloseable {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private final Path file;
    private final CountFile.Counts counts;
    private final Writer writer;

    /**
     * Starts a file, over what was there.
     *
     * @throws UserError when it cannot be written
     */
    public QuantileFile(Path file, CountFile.Counts counts) {
        this.file = file;
        this.counts = counts;
        try {
            BufferedWriter out = Files.newBufferedWriter(file);
            out.write(
                    "interval_start,lead_days,made_at,mean,p025,p10,p25,p50,p75,p90,p975,evidence_days,young,count\n");
            this.writer = out;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Writes the slots of a day whose counts came. */
    public void write(SlotForecast forecast, double[] came) {
        StringBuilder lines = new StringBuilder();
        for (int slot = 0; slot < came.length; slot++) {
            if (!Double.isNaN(came[slot])) {
                lines.append(START.format(counts.start(forecast.target(), slot)))
                        .append(',')
                        .append(forecast.target() - forecast.origin())
                        .append(',')
                        .append(counts.history().date(forecast.origin()))
                        .append(',')
                        .append(number(forecast.mean()[slot]));
                for (double quantile : forecast.quantiles()[slot]) {
                    lines.append(',').append(number(quantile));
                }
                lines.append(',').append(forecast.evidenceDays());
                lines.append(',').append(forecast.young());
                lines.append(',').append((long) came[slot]).append('\n');
            }
        }
        try {
            writer.write(lines.toString());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private UserError failure(IOException e) {
        String why = e instanceof NoSuchFileException ? "there is no such folder" : e.getMessage();
        return new UserError("Cannot write " + file + ": " + why + ".", e);
    }
}
