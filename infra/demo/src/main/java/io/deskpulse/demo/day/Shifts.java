package io.deskpulse.demo.day;

import io.deskpulse.demo.script.Agenda;
import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.shop.Desk;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.events.AgentEvent;
import io.deskpulse.events.AgentPresenceChanged;
import io.deskpulse.events.PresenceStatus;
import io.deskpulse.events.ShiftPlanned;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Who works when: shifts planned a day ahead, accounts that come, take a break and go when their last conversation is over. */
final class Shifts {

    private static final LocalTime PLANNED_AT = LocalTime.of(18, 0);
    private static final Duration SHIFT = Duration.ofMinutes(510);
    private static final List<Duration> STARTS_AFTER_OPENING =
            List.of(Duration.ZERO, Duration.ofMinutes(510), Duration.ofMinutes(210), Duration.ofMinutes(510));
    private static final double DAY_OFF_RATIO = 0.08;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long OVERTIME_MILLIS = 40 * MINUTE_MILLIS;

    private final Shop shop;
    private final ZoneId zone;
    private final Agenda agenda;
    private final Dice dice;

    /** The shifts of a shop, whose hours are meant in this zone. */
    Shifts(Shop shop, ZoneId zone) {
        this.shop = shop;
        this.zone = zone;
        this.agenda = shop.agenda();
        this.dice = shop.newDice();
    }

    /** Plans the shifts that are under way or come next, and every day those of the next. */
    void begin() {
        LocalDate today = Instant.ofEpochMilli(agenda.nowMillis()).atZone(zone).toLocalDate();
        plan(today.minusDays(1)); // its late shifts may last into today
        plan(today);
        agenda.at(agenda.nowMillis(), () -> planFrom(today.plusDays(1)));
    }

    private void planFrom(LocalDate day) {
        long planAt =
                day.minusDays(1).atTime(PLANNED_AT).atZone(zone).toInstant().toEpochMilli();
        agenda.at(Math.max(planAt, agenda.nowMillis()), () -> {
            plan(day);
            planFrom(day.plusDays(1));
        });
    }

    private void plan(LocalDate day) {
        for (Account account : shop.accounts()) {
            plan(day, account, shop.accounts().indexOf(account), shop.desk());
        }
        for (Account account : shop.hotlineAccounts()) {
            plan(day, account, shop.hotlineAccounts().indexOf(account), shop.hotline());
        }
    }

    private void plan(LocalDate day, Account account, int index, Desk desk) {
        boolean dayOff = dice.chance(DAY_OFF_RATIO) && index >= 2; // somebody always comes, early and late
        Instant from = day.atTime(shop.profile().staff().opensAtHour(), 0)
                .atZone(zone)
                .toInstant()
                .plus(STARTS_AFTER_OPENING.get(index % STARTS_AFTER_OPENING.size()));
        Instant to = from.plus(SHIFT);
        if (dayOff || to.toEpochMilli() <= agenda.nowMillis() + MINUTE_MILLIS) {
            return;
        }
        tell(account, agenda.nowMillis() + dice.millis(0, 5_000), new ShiftPlanned(from, to));
        work(account, desk, from.toEpochMilli(), to.toEpochMilli());
    }

    private void work(Account account, Desk desk, long from, long to) {
        long comes =
                Math.max(agenda.nowMillis() + dice.millis(6_000, 10_000), from - dice.millis(0, 4 * MINUTE_MILLIS));
        long pause = from + (to - from) / 2 + dice.millis(-40 * MINUTE_MILLIS, 40 * MINUTE_MILLIS);
        agenda.at(comes, () -> {
            changes(account, PresenceStatus.ONLINE);
            desk.join(account);
        });
        if (pause > comes) {
            agenda.at(pause, () -> pause(account, desk));
        }
        agenda.at(to, () -> {
            desk.leave(account);
            goes(account, to + OVERTIME_MILLIS);
        });
    }

    /** Takes a break, unless nobody would be left at the desk. */
    private void pause(Account account, Desk desk) {
        if (desk.colleagueOf(account) == null) {
            return;
        }
        changes(account, PresenceStatus.SUSPENDED);
        desk.leave(account);
        agenda.at(agenda.nowMillis() + dice.millis(20 * MINUTE_MILLIS, 40 * MINUTE_MILLIS), () -> {
            changes(account, PresenceStatus.RESUMED);
            desk.join(account);
        });
    }

    /** Goes off line once nothing is left to answer, or when overtime is over. */
    private void goes(Account account, long atLatest) {
        if (account.isBusy() && agenda.nowMillis() < atLatest) {
            agenda.at(agenda.nowMillis() + MINUTE_MILLIS, () -> goes(account, atLatest));
        } else {
            changes(account, PresenceStatus.OFFLINE);
        }
    }

    private void changes(Account account, PresenceStatus status) {
        tell(account, agenda.nowMillis(), new AgentPresenceChanged(status));
    }

    private void tell(Account account, long atMillis, Object body) {
        String eventId = shop.newId("shift");
        agenda.emit(new AgentEvent(eventId, Instant.ofEpochMilli(atMillis), shop.id(), account.id(), body));
    }
}
