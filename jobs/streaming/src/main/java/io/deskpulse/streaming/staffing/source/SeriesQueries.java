package io.deskpulse.streaming.staffing.source;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.planning.DayGrid;
import io.deskpulse.metrics.planning.SeriesInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks for what was known of shops. One connection, used by one thread. */
final class SeriesQueries implements AutoCloseable {
    private static final int SERVICE_WEEKS = 13;

    /** What took time is read of days whose contacts are over: a run that is repeated later must read the same. */
    private static final int SETTLED_DAYS = 2;

    private final ReadPlan plan;
    private final TextRows rows;
    private final LocalDate today;

    SeriesQueries(ReadPlan plan) {
        this.plan = plan;
        this.rows = new TextRows(plan.server());
        this.today = plan.madeAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Where a shop's clock hangs, and what its money is. */
    private record Shop(ZoneId zone, String currency) {}

    /** The shops to plan, in order. */
    List<String> shops() {
        List<String> known = new ArrayList<>();
        rows.read("SELECT shop_id FROM deskpulse.shops ORDER BY shop_id", row -> known.add(row[0]));
        if (!plan.shops().isEmpty()) {
            known.retainAll(plan.shops());
        }
        return known;
    }

    /** What is known of shops, a series for each channel with a contact, in the order of shop and channel. */
    List<SeriesInput> series(List<String> shops) {
        Map<String, Shop> clocks = clocks(shops);
        TreeMap<String, TreeMap<String, SeriesParts>> parts = new TreeMap<>();
        arrivals(shops, clocks, parts);
        curves(shops, parts);
        shrinkage(shops, parts);
        deferred(shops, parts);
        shifts(shops, parts);
        CalendarQueries calendars = new CalendarQueries(plan, rows);
        Map<String, EventCalendar> events = calendars.events(shops);
        calendars.overrides(shops, parts);
        Map<String, List<CalendarQueries.TagRow>> tags = calendars.tags(shops);
        List<SeriesInput> series = new ArrayList<>();
        parts.forEach((shop, channels) -> channels.forEach((channel, one) -> {
            EventCalendar calendar =
                    calendars.calendar(events.get(shop), tags.get(shop), channel, clocks.get(shop).currency);
            series.add(one.series(
                    shop,
                    channel,
                    calendar,
                    day -> CalendarQueries.share(tags.get(shop), channel, day),
                    plan.madeAt()));
        }));
        return series;
    }

    @Override
    public void close() {
        rows.close();
    }

    private Map<String, Shop> clocks(List<String> shops) {
        Map<String, Shop> clocks = new HashMap<>();
        rows.read(
                "SELECT shop_id, zone, currency FROM deskpulse.shops WHERE shop_id IN " + TextRows.in(shops),
                row -> clocks.put(row[0], new Shop(ZoneId.of(row[1]), row[2])));
        return clocks;
    }

    private void arrivals(
            List<String> shops, Map<String, Shop> clocks, TreeMap<String, TreeMap<String, SeriesParts>> parts) {
        LocalDate serviceFrom = today.minusWeeks(SERVICE_WEEKS);
        LocalDate serviceTo = today.minusDays(SETTLED_DAYS);
        rows.read(
                "SELECT shop_id, channel, toUnixTimestamp(interval_start), contacts, handled, handle_ms, abandoned,"
                        + " offered_wait_ms, day BETWEEN '" + serviceFrom + "' AND '" + serviceTo
                        + "' FROM deskpulse.arrivals"
                        + during(shops, plan.historyWeeks(), today.plusDays(1))
                        + " AND interval_start < fromUnixTimestamp64Milli("
                        + plan.madeAt().toEpochMilli() + ") ORDER BY shop_id, channel, interval_start",
                row -> {
                    ZoneId zone = clocks.get(row[0]).zone;
                    SeriesParts one = parts.computeIfAbsent(row[0], unseen -> new TreeMap<>())
                            .computeIfAbsent(
                                    row[1], unseen -> new SeriesParts(new DayGrid(zone, plan.intervalMinutes())));
                    one.add(Instant.ofEpochSecond(Long.parseLong(row[2])), row);
                });
    }

    private void curves(List<String> shops, TreeMap<String, TreeMap<String, SeriesParts>> parts) {
        rows.read(
                "SELECT shop_id, channel, concurrent, sum(chat_ms), sum(ended) FROM deskpulse.concurrency_gain"
                        + during(shops, SERVICE_WEEKS, today.minusDays(SETTLED_DAYS))
                        + " GROUP BY shop_id, channel, concurrent ORDER BY shop_id, channel, concurrent",
                row -> {
                    SeriesParts one = part(parts, row[0], row[1]);
                    if (one != null) {
                        one.addCurve(Integer.parseInt(row[2]), Double.parseDouble(row[3]), Double.parseDouble(row[4]));
                    }
                });
    }

    private void shrinkage(List<String> shops, TreeMap<String, TreeMap<String, SeriesParts>> parts) {
        rows.read(
                "SELECT shop_id, weekday, quarter, sum(planned_ms), sum(paused_ms), sum(away_ms) FROM deskpulse.shrinkage"
                        + during(shops, SERVICE_WEEKS, today.minusDays(SETTLED_DAYS))
                        + " GROUP BY shop_id, weekday, quarter",
                row -> parts.getOrDefault(row[0], new TreeMap<>()).values().forEach(one -> one.addAway(row)));
    }

    /** Tickets and promised call-backs that were open at the moment; a shop without such a channel does them in its first one. */
    private void deferred(List<String> shops, TreeMap<String, TreeMap<String, SeriesParts>> parts) {
        rows.read(
                "SELECT shop_id, channel, ifNull(toUnixTimestamp64Milli(due_at), toInt64(" + SeriesInput.NEVER_DUE
                        + ")), 60 * minutes FROM deskpulse.deferred_work_at(at = fromUnixTimestamp64Milli("
                        + plan.madeAt().toEpochMilli() + ")) WHERE shop_id IN " + TextRows.in(shops)
                        + " ORDER BY shop_id, channel, kind, id",
                row -> {
                    TreeMap<String, SeriesParts> channels = parts.getOrDefault(row[0], new TreeMap<>());
                    if (!channels.isEmpty()) {
                        channels.getOrDefault(row[1], channels.firstEntry().getValue())
                                .addDeferred(
                                        new SeriesInput.Deferred(Long.parseLong(row[2]), Double.parseDouble(row[3])));
                    }
                });
    }

    /** Shifts that were told by the moment. They do not say of which channel they are: each has the share of the accounts that its work has. */
    private void shifts(List<String> shops, TreeMap<String, TreeMap<String, SeriesParts>> parts) {
        rows.read(
                "SELECT shop_id, toUnixTimestamp64Milli(interval_start), accounts FROM deskpulse.shifts_known_at(at ="
                        + " fromUnixTimestamp64Milli(" + plan.madeAt().toEpochMilli() + ")) WHERE shop_id IN "
                        + TextRows.in(shops),
                row -> {
                    Collection<SeriesParts> channels =
                            parts.getOrDefault(row[0], new TreeMap<>()).values();
                    double work = channels.stream()
                            .mapToDouble(SeriesParts::workSeconds)
                            .sum();
                    channels.forEach(one -> {
                        double share = work > 0 ? one.workSeconds() / work : 1.0 / channels.size();
                        if (share > 0) {
                            one.addShifts(Long.parseLong(row[1]), share * Double.parseDouble(row[2]));
                        }
                    });
                });
    }

    private String during(List<String> shops, int weeks, LocalDate to) {
        return " WHERE shop_id IN " + TextRows.in(shops) + " AND day >= '" + today.minusWeeks(weeks) + "' AND day <= '"
                + to + "'";
    }

    static SeriesParts part(TreeMap<String, TreeMap<String, SeriesParts>> parts, String shop, String channel) {
        return parts.getOrDefault(shop, new TreeMap<>()).get(channel);
    }
}
