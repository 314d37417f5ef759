package io.deskpulse.metrics.planning.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.planning.AwayTime;
import io.deskpulse.metrics.planning.DayGrid;
import io.deskpulse.metrics.planning.Goal;
import io.deskpulse.metrics.planning.PlannedSlot;
import io.deskpulse.metrics.planning.Roster;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.planning.SeriesPlan;
import io.deskpulse.metrics.planning.ServiceInput;
import io.deskpulse.metrics.queueing.ServiceLevel;
import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.metrics.staffing.Shrinkage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A shop with 4 contacts each half hour from 09:00 to 21:00. */
class SeriesPlannerTest {
    private static final DayGrid GRID = new DayGrid(ZoneId.of("Asia/Shanghai"), 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    private static final Instant MOMENT = TODAY.atStartOfDay(GRID.zone()).toInstant();
    private static final Goal CHATS = new Goal(
            new Requirement(ServiceLevel.DEFAULT, 0.8, 60, 0.85),
            Double.NaN,
            new Shrinkage(0.1, 0.1),
            5,
            Goal.ANY,
            480);

    @Test
    void twoWeeksOfHistoryGiveTwoWeeksOfForecastThatSayHowYoungTheyAre() {
        SeriesPlan plan = planner(Learned.NOTHING, MOMENT, false).plan(series(14, EventCalendar.NONE), CHATS);

        assertThat(plan.slots()).hasSize(14 * 48);
        assertThat(plan.days())
                .hasSize(14)
                .allSatisfy(day -> assertThat(day.mean()).isBetween(70.0, 125.0));
        assertThat(plan.weeklyContacts()).isBetween(600.0, 750.0);
        assertThat(plan.slots()).allSatisfy(slot -> {
            assertThat(slot.evidence().young()).isTrue();
            assertThat(slot.quantiles()).isSorted();
            assertThat(slot.p95()).isBetween(slot.quantiles()[5], slot.quantiles()[6]);
            assertThat(slot.need().agentsAtMedian())
                    .isLessThanOrEqualTo(slot.need().agents());
            assertThat(slot.need().gross()).isEqualTo(slot.need().agents() / 0.81, within(1e-9));
        });
        PlannedSlot noon = plan.slots().get(24);
        assertThat(noon.need().agents()).isBetween(2, 4);
        assertThat(noon.need().serviceLevel()).isBetween(0.7, 1.0);
    }

    @Test
    void aShopOfThreeDaysTakesOverTheHoursOfOthersAndAShopWithoutADayHasNoForecast() {
        Learned learned = Learned.of(List.of(series(60, EventCalendar.NONE)), MOMENT);
        SeriesPlanner planner = planner(learned, MOMENT, false);

        SeriesPlan plan = planner.plan(series(3, EventCalendar.NONE), CHATS);
        assertThat(plan.slots())
                .hasSize(14 * 48)
                .allSatisfy(slot -> assertThat(slot.evidence().model()).isEqualTo("POOLED"));
        assertThat(plan.slots().get(4).mean()).isLessThan(0.3);
        assertThat(plan.slots().get(24).mean()).isBetween(2.5, 5.5);
        assertThat(planner(Learned.NOTHING, MOMENT, false)
                        .plan(series(3, EventCalendar.NONE), CHATS)
                        .slots())
                .isEmpty();
        assertThat(planner.plan(series(0, EventCalendar.NONE), CHATS).slots()).isEmpty();
    }

    @Test
    void anEffectNamesTheDaysThatTaughtIt() {
        EventCalendar calendar = new EventCalendar(
                List.of(phase(TODAY.minusDays(30)), phase(TODAY.minusDays(10)), phase(TODAY.plusDays(2))), List.of());
        SeriesPlan plan = planner(Learned.NOTHING, MOMENT, false).plan(series(60, calendar), CHATS);

        PlannedSlot slot = plan.slots().get(2 * 48 + 24);
        assertThat(slot.factors().events())
                .singleElement()
                .satisfies(effect ->
                        assertThat(effect.learnedFrom()).isEqualTo(TODAY.minusDays(30) + " " + TODAY.minusDays(10)));
        assertThat(slot.evidence().eventId()).isEqualTo("sale/peak");
        assertThat(slot.mean()).isEqualTo(slot.factors().product(), within(1e-9));
    }

    @Test
    void agentsFollowThePersonAndTheForecastStays() {
        SeriesInput plain = series(40, EventCalendar.NONE);
        long noon = MOMENT.toEpochMilli() + 12 * 3_600_000L;
        SeriesInput overruled = with(
                plain,
                List.of(
                        new SeriesInput.Override(noon, noon + 1_800_000, Double.NaN, List.of(20.0, 30.0)),
                        new SeriesInput.Override(noon, noon + 3_600_000, 2, List.of())));

        List<PlannedSlot> before =
                planner(Learned.NOTHING, MOMENT, false).plan(plain, CHATS).slots();
        List<PlannedSlot> after =
                planner(Learned.NOTHING, MOMENT, false).plan(overruled, CHATS).slots();

        assertThat(after.get(24).override()).isEqualTo(50, within(1e-9));
        assertThat(after.get(25).override()).isEqualTo(2 * before.get(25).mean(), within(1e-9));
        assertThat(after.get(26).override()).isNaN();
        assertThat(after.get(24).mean()).isEqualTo(before.get(24).mean());
        assertThat(after.get(24).need().agents())
                .isGreaterThan(2 * before.get(24).need().agents());
    }

    @Test
    void theRestOfADayFollowsWhatHasComeOfIt() {
        Instant two = MOMENT.plusSeconds(14 * 3600);
        SeriesInput series = series(60, EventCalendar.NONE);
        double[] today = new double[48];
        for (int slot = 0; slot < 48; slot++) {
            today[slot] = slot < 28 ? slot >= 18 ? 9 : 0 : Double.NaN;
        }
        series.contacts()[series.contacts().length - 1] = today;

        SeriesPlan plan = planner(Learned.NOTHING, two, true).plan(series, CHATS);

        assertThat(plan.slots()).hasSize(20).allSatisfy(slot -> {
            assertThat(slot.leadDays()).isZero();
            assertThat(slot.factors().intraday()).isBetween(1.0, 2.5);
        });
        assertThat(plan.days()).isEmpty();
    }

    @Test
    void clocksThatGoBackGiveTheHourTwice() {
        DayGrid berlin = new DayGrid(ZoneId.of("Europe/Berlin"), 30);

        assertThat(berlin.intervals(LocalDate.of(2026, 10, 25))).hasSize(50);
        assertThat(berlin.intervals(LocalDate.of(2026, 3, 29))).hasSize(46);
        assertThat(berlin.intervals(LocalDate.of(2026, 10, 25)).stream().filter(each -> each.slot() == 4))
                .hasSize(2);
    }

    @Test
    void aDayWithoutContactsIsUnknownWhereChanceWouldNotEmptyIt() {
        ContactDays busy = new ContactDays(GRID);
        ContactDays quiet = new ContactDays(GRID);
        for (int day : new int[] {1, 2, 4}) {
            Instant noon =
                    TODAY.minusDays(day).atTime(12, 0).atZone(GRID.zone()).toInstant();
            busy.add(noon, 100);
            quiet.add(noon, 3);
        }

        assertThat(busy.upTo(MOMENT)[1]).isNull();
        assertThat(quiet.upTo(MOMENT)[1]).containsOnly(0.0);
        assertThat(busy.upTo(MOMENT)).hasNumberOfRows(5);
        assertThat(busy.upTo(MOMENT)[4]).containsOnly(Double.NaN);
    }

    private static SeriesPlanner planner(Learned learned, Instant moment, boolean intraday) {
        return new SeriesPlanner(learned, moment, intraday ? 1 : 14, intraday);
    }

    private static EventPhase phase(LocalDate peak) {
        return new EventPhase("sale", "big", "peak", peak, 0, 0, 0, LocalDate.MIN);
    }

    private static SeriesInput with(SeriesInput series, List<SeriesInput.Override> overrides) {
        return new SeriesInput(
                series.shopId(),
                series.channel(),
                series.grid(),
                series.firstDay(),
                series.contacts(),
                series.calendar(),
                overrides,
                series.service(),
                List.of(),
                Roster.NONE);
    }

    private static SeriesInput series(int days, EventCalendar calendar) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] contacts = new double[days + 1][48];
        for (int day = 0; day < days; day++) {
            for (int slot = 18; slot < 42; slot++) {
                contacts[day][slot] = random.nextInt(9);
            }
        }
        Arrays.fill(contacts[days], Double.NaN);
        double[] handled = new double[48];
        double[] seconds = new double[48];
        Arrays.fill(handled, 100);
        Arrays.fill(seconds, 100 * 360);
        ServiceInput service = new ServiceInput(
                handled, seconds, 0, 0, List.of(300.0, 200.0), List.of(300 * 300.0, 200 * 400.0), AwayTime.none(48));
        return new SeriesInput(
                "s1",
                "CHAT",
                GRID,
                TODAY.minusDays(days),
                contacts,
                calendar,
                List.of(),
                service,
                List.of(),
                Roster.NONE);
    }
}
