package io.deskpulse.ops.forecasts.export;

import io.deskpulse.metrics.planning.Need;
import io.deskpulse.ops.forecasts.ForecastRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The exchange format: the same columns as CSV and as JSON, the ones that {@code /forecast} answers with. */
public final class Canonical {
    /** The columns, in order. */
    public static final List<String> COLUMNS = List.of(
            ("shop,channel,interval_start,interval_min,made_at,mean,p025,p10,p25,p50,p75,p90,p95,p975,aht_s,load_erl,"
                            + "concurrency,agents_p50,agents_p75,agents_gross,occupancy,service_level,sl_definition,event_id,"
                            + "model,override")
                    .split(","));

    private static final List<String> TEXTS =
            List.of("shop", "channel", "interval_start", "made_at", "sl_definition", "event_id", "model");

    private Canonical() {}

    /** Lines of CSV below one of names. */
    public static String csv(List<ForecastRow> rows) {
        return rows.stream()
                .map(row -> cells(row).values().stream().map(Numbers::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", String.join(",", COLUMNS) + "\n", "\n"));
    }

    /** An array of objects. */
    public static String json(List<ForecastRow> rows) {
        return rows.stream().map(Canonical::object).collect(Collectors.joining(",\n", "[", "]\n"));
    }

    private static String object(ForecastRow row) {
        return cells(row).entrySet().stream()
                .map(cell -> Numbers.json(cell.getKey()) + ":" + value(cell.getKey(), cell.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(String column, String text) {
        if (TEXTS.contains(column)) {
            return Numbers.json(text);
        }
        return text.isEmpty() ? "null" : text;
    }

    private static Map<String, String> cells(ForecastRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        ForecastRow.Volume volume = row.volume();
        Need need = row.need();
        cells.put("shop", row.series().shop());
        cells.put("channel", row.series().channel());
        cells.put("interval_start", Numbers.time(row.start(), row.series().zone()));
        cells.put("interval_min", Integer.toString(row.minutes()));
        cells.put("made_at", Numbers.time(row.madeAt(), row.series().zone()));
        cells.put("mean", Numbers.exact(volume.mean()));
        String[] levels = {"p025", "p10", "p25", "p50", "p75", "p90", "p975"};
        for (int i = 0; i < levels.length; i++) {
            if (levels[i].equals("p975")) {
                cells.put("p95", Numbers.exact(volume.p95()));
            }
            cells.put(levels[i], Numbers.exact(volume.quantiles()[i]));
        }
        cells.put("aht_s", Numbers.exact(row.demand().handleSeconds()));
        cells.put("load_erl", Numbers.exact(need.loadErlang()));
        cells.put("concurrency", Numbers.exact(need.concurrency()));
        cells.put("agents_p50", Integer.toString(need.agentsAtMedian()));
        cells.put("agents_p75", Integer.toString(need.agents()));
        cells.put("agents_gross", Numbers.exact(need.gross()));
        cells.put("occupancy", Numbers.exact(need.occupancy()));
        cells.put("service_level", Numbers.exact(need.serviceLevel()));
        cells.put("sl_definition", row.requirement().definition().code());
        cells.put("event_id", row.label().eventId());
        cells.put("model", row.label().model());
        cells.put("override", Numbers.exact(volume.override()));
        return cells;
    }
}
