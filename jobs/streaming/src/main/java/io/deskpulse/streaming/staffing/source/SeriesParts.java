package io.deskpulse.streaming.staffing.source;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.planning.AwayTime;
import io.deskpulse.metrics.planning.DayGrid;
import io.deskpulse.metrics.planning.Roster;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.planning.ServiceInput;
import io.deskpulse.metrics.planning.planner.ContactDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A series while its rows come in. */
final class SeriesParts {
    private static final double HOUR_MILLIS = 3_600_000;
    private static final double SECOND_MILLIS = 1_000;
    private static final int QUARTER_MINUTES = 15;

    private final DayGrid grid;
    private final ContactDays days;
    private final double[] handled;
    private final double[] handleSeconds;
    private double abandoned;
    private double waitSeconds;
    private final List<Double> chats = new ArrayList<>();
    private final List<Double> chatSeconds = new ArrayList<>();
    private final AwayTime away;
    private final List<SeriesInput.Override> overrides = new ArrayList<>();
    private final List<SeriesInput.Deferred> deferred = new ArrayList<>();
    private final Map<Long, Double> shifts = new TreeMap<>();

    SeriesParts(DayGrid grid) {
        this.grid = grid;
        this.days = new ContactDays(grid);
        this.handled = new double[grid.slots()];
        this.handleSeconds = new double[grid.slots()];
        this.away = AwayTime.none(grid.slots());
    }

    /** A quarter of an hour: contacts, handled, handle_ms, abandoned, offered_wait_ms from the fourth cell on, and whether service is learned from it. */
    void add(Instant start, String[] row) {
        days.add(start, Double.parseDouble(row[3]));
        if (row[8].equals("1")) {
            int slot = grid.slot(start);
            handled[slot] += Double.parseDouble(row[4]);
            handleSeconds[slot] += Double.parseDouble(row[5]) / SECOND_MILLIS;
            abandoned += Double.parseDouble(row[6]);
            waitSeconds += Double.parseDouble(row[7]) / SECOND_MILLIS;
        }
    }

    /** Time that accounts had so many chats at once, times the chats, and chats that ended meanwhile; in the order of how many. */
    void addCurve(int concurrent, double chatMillis, double ended) {
        while (chats.size() < concurrent) {
            chats.add(0.0);
            chatSeconds.add(0.0);
        }
        chats.set(concurrent - 1, ended);
        chatSeconds.set(concurrent - 1, chatMillis / SECOND_MILLIS);
    }

    /** A weekday's quarter of an hour: planned, paused and away from the fourth cell on, ms. */
    void addAway(String[] row) {
        int weekday = Integer.parseInt(row[1]) - 1;
        int slot = Integer.parseInt(row[2]) * QUARTER_MINUTES / grid.minutes();
        away.paidHours()[weekday][slot] += Double.parseDouble(row[3]) / HOUR_MILLIS;
        away.plannedAwayHours()[weekday][slot] += Double.parseDouble(row[4]) / HOUR_MILLIS;
        away.unplannedAwayHours()[weekday][slot] += Double.parseDouble(row[5]) / HOUR_MILLIS;
    }

    void addDeferred(SeriesInput.Deferred work) {
        deferred.add(work);
    }

    /** Time that accounts are busy with what is learned service from: chats at a time count once. */
    double workSeconds() {
        double work = Arrays.stream(handleSeconds).sum();
        double busy = 0;
        double all = 0;
        for (int i = 0; i < chatSeconds.size(); i++) {
            busy += chatSeconds.get(i) / (i + 1);
            all += chatSeconds.get(i);
        }
        return all > 0 ? work * busy / all : work;
    }

    void addShifts(long quarterMillis, double accounts) {
        shifts.put(quarterMillis, accounts);
    }

    void addOverride(SeriesInput.Override override) {
        overrides.add(override);
    }

    /**
     * What is known of the series.
     *
     * @param shares part of the usual contacts that came on a day, 1 but for tagged days
     */
    SeriesInput series(
            String shop, String channel, EventCalendar calendar, ToDoubleFunction<LocalDate> shares, Instant madeAt) {
        double[][] contacts = days.upTo(madeAt);
        for (int day = 0; day < contacts.length; day++) {
            double share = shares.applyAsDouble(days.firstDay().plusDays(day));
            for (int slot = 0; contacts[day] != null && slot < contacts[day].length; slot++) {
                contacts[day][slot] /= share;
            }
        }
        ServiceInput service =
                new ServiceInput(handled, handleSeconds, abandoned, waitSeconds, chats, chatSeconds, away);
        return new SeriesInput(
                shop,
                channel,
                grid,
                days.firstDay(),
                contacts,
                calendar,
                overrides,
                service,
                deferred,
                new Roster(shifts));
    }
}
