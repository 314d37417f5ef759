package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.calendar.BusinessCalendar;
import io.deskpulse.metrics.calendar.Calendars;
import io.deskpulse.metrics.resolution.SlaPolicy.Scope;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Subject;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A ticket told line by line: {@code new Ticket().opened("16:00").reply("16:10", "a").resolved("16:30", "BUYER", "a")}.
 *
 * <p>Times are UTC, from Friday 2026-11-20 on; the shop's day is Shanghai's. Unless told otherwise the policies are {@link
 * #POLICIES}: office hours, first reply 1 h, next reply 4 h, resolution 8 h; urgent tickets (P1) a quarter of that.
 */
public final class Ticket {
    public static final BusinessCalendar OFFICE =
            new Calendars("UTC").weekdays("09:00-17:00").calendar();
    public static final SlaPolicies POLICIES = new SlaPolicies(
            List.of(policy("urgent", new Scope(Set.of(), Set.of("P1"), Set.of(), null), 15)),
            policy("default", Scope.ALL, 60));

    private final List<TicketTimelineEvent> events = new ArrayList<>();
    private final String ticket;
    private SlaPolicies policies = POLICIES;
    private String date = "2026-11-20";
    private Subject subject = new Subject("b1", "o1", null, "k1");

    /** Ticket t1. */
    public Ticket() {
        this("t1");
    }

    public Ticket(String ticketId) {
        ticket = ticketId;
    }

    public static SlaPolicy policy(String name, Scope scope, int minutes) {
        return policy(name, scope, minutes, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static SlaPolicy policy(String name, Scope scope, int minutes, long from, long to) {
        long unit = Duration.ofMinutes(minutes).toMillis();
        return new SlaPolicy(name, scope, unit, 4 * unit, 8 * unit, OFFICE, from, to);
    }

    public Ticket under(SlaPolicies others) {
        policies = others;
        return this;
    }

    /** Events told from here on happen on this day. */
    public Ticket on(String isoDate) {
        date = isoDate;
        return this;
    }

    /** Events told from here on are about this. */
    public Ticket about(String buyer, String order, String sku) {
        subject = new Subject(buyer, order, null, sku);
        return this;
    }

    public Ticket opened(String time) {
        return opened(time, "P3", false);
    }

    public Ticket opened(String time, String priority, boolean complaint) {
        return add(time, Kind.OPENED, null, "QUALITY", priority, complaint, -1, TicketFacts.NONE);
    }

    public Ticket reply(String time, String account) {
        return add(time, Kind.REPLIED, account, null, null, true, -1, TicketFacts.NONE);
    }

    public Ticket note(String time, String account) {
        return add(time, Kind.REPLIED, account, null, null, false, -1, TicketFacts.NONE);
    }

    public Ticket resolved(String time, String by, String account) {
        return add(time, Kind.RESOLVED, account, by, null, false, -1, TicketFacts.NONE);
    }

    public Ticket agreed(String time, String solution, long fen, String due) {
        return add(time, Kind.SOLUTION_AGREED, null, solution, null, false, fen, millis(due));
    }

    public Ticket event(String time, Kind kind, String label) {
        return add(time, kind, kind == Kind.ASSIGNED ? label : null, label, null, false, -1, TicketFacts.NONE);
    }

    public Ticket event(String time, Kind kind) {
        return event(time, kind, null);
    }

    public List<TicketTimelineEvent> events() {
        return List.copyOf(events);
    }

    public TicketFacts facts() {
        List<TicketFacts> rows = derive(events, policies, Retention.FOREVER);
        if (rows.size() != 1) {
            throw new AssertionError("a ticket has one row, got " + rows.size());
        }
        return rows.get(0);
    }

    public static List<TicketFacts> derive(
            List<TicketTimelineEvent> events, SlaPolicies policies, Retention retention) {
        return derivation(policies).derive(events, retention);
    }

    public static TicketDerivation derivation(SlaPolicies policies) {
        return new TicketDerivation(ShopZones.of("Asia/Shanghai", Map.of()), policies);
    }

    /** An instant in UTC, or {@code none}. */
    public static String utc(long millis) {
        return millis == TicketFacts.NONE
                ? "none"
                : LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC)
                        .toString();
    }

    /** Milliseconds of a local date-time in UTC. */
    public static long millis(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private Ticket add(
            String time, Kind kind, String account, String label, String priority, boolean flag, long fen, long due) {
        String id = "e%04d".formatted(events.size());
        long at = millis(date + "T" + time);
        events.add(new TicketTimelineEvent(
                "s1", ticket, id, at, kind, subject, account, label, priority, null, flag, fen, due));
        return this;
    }
}
