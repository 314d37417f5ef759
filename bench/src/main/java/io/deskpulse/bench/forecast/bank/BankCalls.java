package io.deskpulse.bench.forecast.bank;

import io.deskpulse.metrics.forecast.series.History;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.GZIPInputStream;

/** The calls of a North American bank, 164 weekdays of 2003 by five minutes; public, but not part of this repository. */
final class BankCalls {
    static final LocalDate FIRST = LocalDate.of(2003, 3, 3);

    private static final int DAYS = 236;
    private static final int OPENING_MINUTE = 7 * 60;
    private static final int BINS = 168;
    private static final int BIN_MINUTES = 5;

    private BankCalls() {}

    /** Where the file lies in the folder of public data. */
    static Path file(Path sharedData) {
        return sharedData.resolve("calls").resolve("bank_calls_5min.csv.gz");
    }

    /** The history in intervals of some minutes; the lone bin at 21:00 is dropped. */
    static History history(Path file, int intervalMinutes) {
        int bins = intervalMinutes / BIN_MINUTES;
        double[][] counts = new double[DAYS][];
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> add(line.split(","), counts, bins));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new History(FIRST, counts);
    }

    private static void add(String[] cells, double[][] counts, int bins) {
        LocalDateTime start = LocalDateTime.parse(cells[0]);
        int day = (int) (start.toLocalDate().toEpochDay() - FIRST.toEpochDay());
        int bin = (start.getHour() * 60 + start.getMinute() - OPENING_MINUTE) / BIN_MINUTES;
        if (bin < BINS) {
            if (counts[day] == null) {
                counts[day] = new double[BINS / bins];
            }
            counts[day][bin / bins] += Double.parseDouble(cells[1]);
        }
    }
}
