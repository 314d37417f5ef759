package io.deskpulse.ops.forecasts.calendar;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Events that come from elsewhere, a settings file or a calendar: told again they change nothing, told otherwise they get a new version. */
public final class EventVersions {
    private static final int LONGEST_DAYS = 400;
    private static final int NAME_BYTES = 5;

    private final ClickHouseSql clickHouse;

    /** The events of a server. */
    public EventVersions(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * An event with one phase, from its first day on.
     *
     * @param id short name, the same whenever it is told
     * @param shop empty for every shop
     * @param name what recurs
     * @param kind which events are alike
     * @param first first day
     * @param days how many; of more than 400 the first
     */
    public record Told(
            String id,
            String shop,
            String name,
            String kind,
            String phase,
            LocalDate first,
            int days,
            boolean calledOff) {
        /** Cuts what is too long. */
        public Told {
            days = Math.min(days, LONGEST_DAYS);
        }

        /** Its first day, and its last where that is another. */
        public String when() {
            return first + (days == 1 ? "" : " to " + first.plusDays(days - 1L));
        }

        private String text() {
            return String.join(
                    "\t",
                    shop,
                    name,
                    kind,
                    phase,
                    first.toString(),
                    Integer.toString(days - 1),
                    Boolean.toString(calledOff));
        }
    }

    /** A short name that is always the same for the same words. */
    public static String id(String prefix, String... words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Tells of events; those that are known as they are stay as they are, and one that was never known is not called off.
     *
     * @return those that changed
     */
    public List<Told> tell(List<Told> events, String by, String reason) {
        if (events.isEmpty()) {
            return List.of();
        }
        Map<String, String> texts = new HashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        clickHouse.query(
                "SELECT event_id, version, shop_id, name, kind, arrayElement(phases.phase, 1), toString(peak +"
                        + " arrayElement(phases.from_day, 1)), toString(arrayElement(phases.to_day, 1) -"
                        + " arrayElement(phases.from_day, 1)), toString(called_off) FROM deskpulse.forecast_events WHERE"
                        + " current AND event_id IN ("
                        + literals(events.stream().map(Told::id).toList()) + ")",
                row -> {
                    List<String> words = new ArrayList<>();
                    for (int i = 3; i <= 9; i++) {
                        words.add(row.getString(i));
                    }
                    versions.put(row.getString(1), row.getInt(2));
                    return texts.put(row.getString(1), String.join("\t", words));
                });
        List<Told> changed = events.stream()
                .filter(event -> texts.containsKey(event.id())
                        ? !event.text().equals(texts.get(event.id()))
                        : !event.calledOff())
                .toList();
        if (!changed.isEmpty()) {
            String rows = changed.stream()
                    .map(event -> row(event, versions.getOrDefault(event.id(), 0) + 1, by, reason))
                    .collect(Collectors.joining(", "));
            clickHouse.update("INSERT INTO deskpulse.forecast_event_log (event_id, version, shop_id, name, kind, peak,"
                    + " phases.phase, phases.from_day, phases.to_day, phases.decay_days, called_off, reason, changed_by,"
                    + " changed_at) SETTINGS async_insert = 0 VALUES " + rows);
        }
        return changed;
    }

    private static String row(Told event, int version, String by, String reason) {
        return "(" + literals(List.of(event.id())) + ", " + version + ", "
                + literals(List.of(
                        event.shop(), event.name(), event.kind(), event.first().toString())) + ", ["
                + ClickHouseHttp.literal(event.phase()) + "], [0], [" + (event.days() - 1) + "], [0], "
                + event.calledOff() + ", " + literals(List.of(reason, by)) + ", now64(3, 'UTC'))";
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(ClickHouseHttp::literal).collect(Collectors.joining(", "));
    }
}
