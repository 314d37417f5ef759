package io.deskpulse.ops.forecasts.export;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.forecasts.ForecastRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Genesys Cloud, import of a short-term forecast: gzip JSON with 7 × 96 quarters of an hour a planning group, from the start of the week on its own clock.
 *
 * <p>Quarters are those of the wall clock: what comes in an hour that the clocks go through twice stands in one place, added up. Contacts have two decimals; what
 * rounding takes from a quarter the next one gets.
 */
public final class GenesysCloud {
    private static final int QUARTERS = 7 * 96;
    private static final int MINUTES = 15;

    private GenesysCloud() {}

    /**
     * The file's bytes.
     *
     * @param rows at 15 minutes
     * @param weekStart first day of the week
     * @param groups id of the planning group, by channel; shop and channel where none is given
     * @throws UserError when no interval lies in the week
     */
    public static byte[] of(List<ForecastRow> rows, LocalDate weekStart, Map<String, String> groups) {
        Map<String, double[][]> series = new LinkedHashMap<>();
        for (ForecastRow row : rows) {
            LocalDateTime local = row.local().toLocalDateTime();
            long quarter = ChronoUnit.MINUTES.between(weekStart.atStartOfDay(), local) / MINUTES;
            if (quarter >= 0 && quarter < QUARTERS) {
                String group =
                        groups.getOrDefault(row.series().channel(), row.series().skill());
                double[][] sums = series.computeIfAbsent(group, unseen -> new double[2][QUARTERS]);
                sums[0][(int) quarter] += row.volume().planned();
                sums[1][(int) quarter] += row.volume().planned() * row.demand().handleSeconds();
            }
        }
        if (series.isEmpty()) {
            throw new UserError("No interval of the forecast lies in the week that begins on " + weekStart
                    + "; name another with --week-start.");
        }
        String groupsText = series.entrySet().stream()
                .map(one -> group(one.getKey(), one.getValue()))
                .collect(Collectors.joining(","));
        String description = "deskpulse " + rows.get(0).madeAt().truncatedTo(ChronoUnit.MINUTES);
        return zipped("{\"description\":" + Numbers.json(description) + ",\"weekCount\":1,\"planningGroups\":["
                + groupsText + "],\"canUseForScheduling\":true}");
    }

    private static String group(String id, double[][] sums) {
        StringBuilder offered = new StringBuilder();
        StringBuilder handle = new StringBuilder();
        double owed = 0;
        for (int i = 0; i < QUARTERS; i++) {
            double wanted = sums[0][i] + owed;
            double told = Math.max(0, Math.rint(100 * wanted) / 100);
            owed = wanted - told;
            String comma = i == 0 ? "" : ",";
            offered.append(comma).append(Numbers.rounded(told, 2));
            handle.append(comma).append(sums[0][i] > 0 ? Numbers.rounded(sums[1][i] / sums[0][i], 0) : "0");
        }
        return "{\"planningGroupId\":" + Numbers.json(id) + ",\"offeredPerInterval\":[" + offered
                + "],\"averageHandleTimeSecondsPerInterval\":[" + handle + "]}";
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
