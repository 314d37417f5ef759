package io.deskpulse.ops.forecasts;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import io.deskpulse.ops.forecasts.calendar.CalendarFile;
import io.deskpulse.ops.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The calendar of campaigns and holidays that forecasts know: each change is a version, and none is lost. */
public final class EventStore {
    private static final int MOST_DAYS = 400;

    private final ClickHouseSql clickHouse;

    /** The events of a server. */
    public EventStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * A phase of an event.
     *
     * @param name of the phase, such as eve, peak, returns
     * @param fromDay first day from the peak
     * @param toDay last day from the peak
     * @param decayDays days after which the effect fades by 1/e; 0 when it does not
     */
    public record Phase(String name, int fromDay, int toDay, double decayDays) {
        /** Reads {@code NAME:FROM..TO} or {@code NAME:FROM..TO/DECAY}. */
        public static Phase parse(String text) {
            try {
                String[] named = text.split(":", 2);
                String[] faded = named[1].split("/", 2);
                String[] days = faded[0].split("\\.\\.", 2);
                int from = Integer.parseInt(days[0]);
                int to = days.length == 1 ? from : Integer.parseInt(days[1]);
                double decay = faded.length == 1 ? 0 : Double.parseDouble(faded[1]);
                if (!named[0].isBlank() && from <= to && Math.abs(from) <= MOST_DAYS && to <= MOST_DAYS && decay >= 0) {
                    return new Phase(named[0].strip(), from, to, decay);
                }
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                // Told below, like days in the wrong order.
            }
            throw new UserError("--phase must be NAME:FROM..TO or NAME:FROM..TO/DECAY in days from the peak, such as"
                    + " returns:4..20/6, got " + text + ".");
        }
    }

    /**
     * What is added.
     *
     * @param shop id, empty for every shop
     * @param name what recurs
     * @param kind which events are alike
     * @param peak day from which phases are counted
     * @param phases at least one
     */
    public record NewEvent(String shop, String name, String kind, LocalDate peak, List<Phase> phases) {}

    /** Adds an event; returns its short name. */
    public String add(NewEvent event, Said said) {
        String id = Said.newName();
        clickHouse.update(
                "INSERT INTO deskpulse.forecast_event_log (event_id, version, shop_id, name, kind, peak, phases.phase,"
                        + " phases.from_day, phases.to_day, phases.decay_days, reason, changed_by, changed_at)"
                        + " SETTINGS async_insert = 0 SELECT ?, 1, ?, ?, ?, toDate(?), " + texts(event.phases()) + ", "
                        + event.phases().stream().map(Phase::fromDay).toList() + ", "
                        + event.phases().stream().map(Phase::toDay).toList() + ", "
                        + event.phases().stream().map(Phase::decayDays).toList() + ", ?, ?, toDateTime64(?, 3, 'UTC')",
                id,
                event.shop(),
                event.name(),
                event.kind(),
                event.peak().toString(),
                said.reason(),
                said.by(),
                ClickHouseTime.text(said.at()));
        return id;
    }

    /** Moves an event, and its phases with it. */
    public void move(String id, LocalDate peak, Said said) {
        change(id, "toDate('" + peak + "')", "called_off", said);
    }

    /** Calls an event off: its effects are no more in forecasts made from now on. */
    public void callOff(String id, Said said) {
        change(id, "peak", "true", said);
    }

    private void change(String id, String peak, String calledOff, Said said) {
        List<String> found = clickHouse.query(
                "SELECT event_id FROM deskpulse.forecast_events WHERE event_id = ? AND current AND NOT called_off",
                row -> row.getString(1),
                id);
        if (found.isEmpty()) {
            throw new UserError(
                    "There is no event " + id + ", or it is called off; deskpulse forecast event list names them.");
        }
        clickHouse.update(
                "INSERT INTO deskpulse.forecast_event_log (event_id, version, shop_id, name, kind, peak, phases.phase,"
                        + " phases.from_day, phases.to_day, phases.decay_days, called_off, reason, changed_by, changed_at)"
                        + " SETTINGS async_insert = 0 SELECT event_id, version + 1, shop_id, name, kind, " + peak
                        + ", phases.phase, phases.from_day, phases.to_day, phases.decay_days, " + calledOff
                        + ", ?, ?, toDateTime64(?, 3, 'UTC') FROM deskpulse.forecast_event_log FINAL WHERE event_id = ?"
                        + " ORDER BY version DESC LIMIT 1",
                said.reason(),
                said.by(),
                ClickHouseTime.text(said.at()),
                id);
    }

    /** A line for each event as it is now, of a shop and of all shops; of every version when the history is wanted. */
    public Table list(String shop, boolean history) {
        return new Table(
                List.of(
                        "event",
                        "version>",
                        "shop",
                        "name",
                        "kind",
                        "peak",
                        "phases",
                        "state",
                        "by",
                        "at (UTC)",
                        "why"),
                clickHouse.query(
                        "SELECT event_id, version, shop_id, name, kind, toString(peak), arrayStringConcat(arrayMap((phase,"
                                + " from_day, to_day) -> concat(phase, ' ', toString(from_day), '..', toString(to_day)),"
                                + " phases.phase, phases.from_day, phases.to_day), ', '), called_off, changed_by,"
                                + " toString(changed_at), reason FROM deskpulse.forecast_events WHERE (? = '' OR shop_id IN"
                                + " ('', ?)) AND (current OR ?) ORDER BY peak, event_id, version",
                        row -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3).isEmpty() ? "all" : row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getBoolean(8) ? "called off" : "planned",
                                row.getString(9),
                                row.getString(10).substring(0, 16),
                                row.getString(11)),
                        shop,
                        shop,
                        history));
    }

    /** The events of a shop for a calendar, a whole-day entry for each phase. */
    public List<CalendarFile.Entry> calendar(String shop) {
        List<CalendarFile.Entry> entries = new ArrayList<>();
        entries.addAll(clickHouse.query(
                "SELECT event_id, name, phase, toString(peak + from_day), toString(peak + to_day + 1), version, called_off FROM"
                        + " deskpulse.forecast_events ARRAY JOIN phases.phase AS phase, phases.from_day AS from_day,"
                        + " phases.to_day AS to_day WHERE shop_id IN ('', ?) AND current ORDER BY 4, event_id, phase",
                row -> new CalendarFile.Entry(
                        shop + "-" + row.getString(1) + "-" + row.getString(3) + "@deskpulse",
                        LocalDate.parse(row.getString(4)).atStartOfDay(),
                        LocalDate.parse(row.getString(5)).atStartOfDay(),
                        row.getString(2) + ": " + row.getString(3),
                        row.getInt(6) - 1,
                        row.getBoolean(7)),
                shop));
        return entries;
    }

    private static String texts(List<Phase> phases) {
        return phases.stream()
                .map(phase -> ClickHouseHttp.literal(phase.name()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
