package io.deskpulse.streaming.staffing.source;

import io.deskpulse.metrics.forecast.events.ChineseHolidays;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.events.Tag;
import io.deskpulse.metrics.planning.SeriesInput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks for what people had said of days by the moment: events, tags, overrides. */
final class CalendarQueries {
    private static final int AHEAD_DAYS = 60;

    /** What names of events begin with that come from the settings of shops. */
    private static final String OF_SETTINGS = "set-";

    private final ReadPlan plan;
    private final TextRows rows;
    private final String moment;

    CalendarQueries(ReadPlan plan, TextRows rows) {
        this.plan = plan;
        this.rows = rows;
        this.moment = "fromUnixTimestamp64Milli(" + plan.madeAt().toEpochMilli() + ")";
    }

    /**
     * A tag of a shop.
     *
     * @param channel empty for all
     * @param share part of the contacts that came; 0 where the days are left out
     */
    record TagRow(String channel, Tag tag, double share) {
        private boolean of(String name) {
            return channel.isEmpty() || channel.equals(name);
        }
    }

    /** The events of each shop, in the versions of the moment. Campaigns that settings have for all shops are those of shops without settings. */
    Map<String, EventCalendar> events(List<String> shops) {
        Set<String> described = new HashSet<>();
        rows.read(
                "SELECT shop_id FROM deskpulse.shop_settings FINAL WHERE shop_id IN " + TextRows.in(shops),
                row -> described.add(row[0]));
        Map<String, List<EventPhase>> byShop = new HashMap<>();
        List<EventPhase> everywhere = new ArrayList<>();
        List<EventPhase> undescribed = new ArrayList<>();
        rows.read(
                "SELECT shop_id, name, kind, toString(peak), phase, from_day, to_day, decay_days, startsWith(event_id, '"
                        + OF_SETTINGS + "') FROM (SELECT * FROM"
                        + " deskpulse.forecast_event_log FINAL WHERE shop_id IN " + inOrAll(shops)
                        + " AND changed_at <= " + moment + " ORDER BY event_id, version DESC LIMIT 1 BY event_id)"
                        + " ARRAY JOIN phases.phase AS phase, phases.from_day AS from_day, phases.to_day AS to_day,"
                        + " phases.decay_days AS decay_days WHERE NOT called_off ORDER BY event_id, from_day, phase",
                row -> (row[0].isEmpty()
                                ? row[8].equals("1") ? undescribed : everywhere
                                : byShop.computeIfAbsent(row[0], unseen -> new ArrayList<>()))
                        .add(new EventPhase(
                                row[1],
                                row[2],
                                row[4],
                                LocalDate.parse(row[3]),
                                Integer.parseInt(row[5]),
                                Integer.parseInt(row[6]),
                                Double.parseDouble(row[7]),
                                LocalDate.MIN)));
        Map<String, EventCalendar> calendars = new HashMap<>();
        for (String shop : shops) {
            List<EventPhase> phases = new ArrayList<>(everywhere);
            phases.addAll(described.contains(shop) ? List.of() : undescribed);
            phases.addAll(byShop.getOrDefault(shop, List.of()));
            calendars.put(shop, new EventCalendar(phases, List.of()));
        }
        return calendars;
    }

    /** The tags of each shop that held at the moment. */
    Map<String, List<TagRow>> tags(List<String> shops) {
        Map<String, List<TagRow>> byShop = new HashMap<>();
        shops.forEach(shop -> byShop.put(shop, new ArrayList<>()));
        rows.read(
                "SELECT shop_id, channel, tag, toString(from_day), toString(to_day), share FROM deskpulse.forecast_tag_log FINAL"
                        + " WHERE shop_id IN " + inOrAll(shops) + held() + " ORDER BY from_day, tag_id",
                row -> {
                    Tag tag = new Tag(
                            Tag.Reason.valueOf(row[2]),
                            LocalDate.parse(row[3]),
                            LocalDate.parse(row[4]),
                            LocalDate.MIN);
                    List<String> of = row[0].isEmpty() ? shops : List.of(row[0]);
                    double share = Double.parseDouble(row[5]);
                    of.forEach(shop -> byShop.get(shop).add(new TagRow(row[1], tag, share)));
                });
        return byShop;
    }

    /** Adds overrides that held at the moment to their series, the latest first. */
    void overrides(List<String> shops, TreeMap<String, TreeMap<String, SeriesParts>> parts) {
        rows.read(
                "SELECT shop_id, channel, toUnixTimestamp64Milli(from_at), toUnixTimestamp64Milli(to_at), kind, amount,"
                        + " arrayStringConcat(means, ' ') FROM deskpulse.forecast_override_log FINAL WHERE shop_id IN "
                        + TextRows.in(shops) + held() + " ORDER BY made_at DESC, override_id",
                row -> {
                    SeriesParts one = SeriesQueries.part(parts, row[0], row[1]);
                    if (one != null) {
                        boolean factor = row[4].equals("FACTOR");
                        one.addOverride(new SeriesInput.Override(
                                Long.parseLong(row[2]),
                                Long.parseLong(row[3]),
                                factor ? Double.parseDouble(row[5]) : Double.NaN,
                                factor
                                        ? List.of()
                                        : Stream.of(row[6].split(" "))
                                                .map(Double::valueOf)
                                                .toList()));
                    }
                });
    }

    /** The calendar of a channel: events, tags and holidays. */
    EventCalendar calendar(EventCalendar events, List<TagRow> tags, String channel, String currency) {
        List<EventPhase> phases = new ArrayList<>(events.phases());
        if (plan.holidays().equals("CN") || plan.holidays().equals("auto") && currency.equals("CNY")) {
            LocalDate today = plan.madeAt().atZone(ZoneOffset.UTC).toLocalDate();
            phases.addAll(ChineseHolidays.between(today.minusWeeks(plan.historyWeeks()), today.plusDays(AHEAD_DAYS)));
        }
        return new EventCalendar(
                phases,
                tags.stream()
                        .filter(row -> row.of(channel) && row.share == 0)
                        .map(TagRow::tag)
                        .toList());
    }

    /** What the contacts of a channel's day are to be divided by. */
    static double share(List<TagRow> tags, String channel, LocalDate day) {
        double share = 1;
        for (TagRow row : tags) {
            share *= row.of(channel) && row.share > 0 && row.tag.covers(day) ? row.share : 1;
        }
        return share;
    }

    private String held() {
        return " AND made_at <= " + moment + " AND (removed_at IS NULL OR removed_at > " + moment + ")";
    }

    private static String inOrAll(List<String> shops) {
        return "('', " + TextRows.in(shops).substring(1);
    }
}
