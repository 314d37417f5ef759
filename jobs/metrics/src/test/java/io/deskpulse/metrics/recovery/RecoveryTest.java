package io.deskpulse.metrics.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Days are numbered from an arbitrary day 1000; the window is ten days long unless told otherwise. */
class RecoveryTest {
    private static final Target NINETY = new Target(9, 10);

    @Test
    void saysHowManyRoundsBringTheRateBack() {
        // 160 of 200 is 80 %. (160 + n) / (200 + n) >= 9/10 <=> n >= (1800 - 1600) / 1 = 200: 360 of 400.
        Recovery recovery = recovery(NINETY, 1009, 1009, day(1003, 60, 100), day(1009, 100, 100));

        assertThat(recovery.now()).isEqualTo(new Rate(160, 200));
        assertThat(recovery.untouched()).isEqualTo(new Rate(160, 200));
        assertThat(recovery.needed()).isEqualTo(200);
        assertThat(recovery.afterwards()).isEqualTo(new Rate(360, 400));
    }

    @Test
    void countsOnlyWhatIsStillInTheWindowOfTheDayAskedFor() {
        // The bad day 1003 leaves with the window of 1013; then 100 of 100 remain.
        DayRate[] days = {day(1003, 60, 100), day(1009, 100, 100)};

        assertThat(recovery(NINETY, 1009, 1012, days).needed()).isEqualTo(200);
        assertThat(recovery(NINETY, 1009, 1013, days).needed()).isZero();
        assertThat(recovery(NINETY, 1009, 1013, days).untouched()).isEqualTo(new Rate(100, 100));
    }

    @Test
    void roundsUpToWholeRounds() {
        // 9 of 10 for 98 %: (98 * 10 - 100 * 9) / 2 = 40. 8 of 9: (98 * 9 - 100 * 8) / 2 = 41. 1 of 3 for 3/4: (3 * 3 -
        // 4) / 1 = 5.
        assertThat(Recovery.needed(new Rate(9, 10), Target.parse("0.98"))).hasValue(40);
        assertThat(Recovery.needed(new Rate(8, 9), Target.parse("0.98"))).hasValue(41);
        assertThat(Recovery.needed(new Rate(1, 3), new Target(3, 4))).hasValue(5);
        assertThat(Recovery.needed(new Rate(3, 4), new Target(2, 3))).hasValue(0);
    }

    @Test
    void needsNothingWhenTheTargetIsReachedExactly() {
        assertThat(Recovery.needed(new Rate(98, 100), Target.parse("98%"))).hasValue(0);
        assertThat(Recovery.needed(new Rate(100, 100), Target.parse("1"))).hasValue(0);
    }

    @Test
    void needsOneRoundWhenNothingIsKnown() {
        Recovery recovery = recovery(NINETY, 1009, 1012);

        assertThat(recovery.now().hasValue()).isFalse();
        assertThat(recovery.needed()).isEqualTo(1);
        assertThat(recovery.afterwards()).isEqualTo(new Rate(1, 1));
    }

    @Test
    void aMissCanOnlyLeaveWhenEverythingMustBeOnTime() {
        Recovery recovery = recovery(Target.parse("1"), 1009, 1010, day(1002, 4, 5), day(1004, 9, 10), day(1009, 8, 8));

        assertThat(recovery.needed()).isNull();
        assertThat(recovery.possibleFrom()).isEqualTo(1014);
        assertThat(recovery.afterwards()).isEqualTo(recovery.untouched());
        assertThat(recovery(Target.parse("1"), 1009, 1014, day(1004, 9, 10), day(1009, 8, 8))
                        .needed())
                .isZero();
    }

    @Test
    void listsTheDaysBelowTheTargetInTheOrderInWhichTheyLeave() {
        Recovery recovery = recovery(
                NINETY,
                1009,
                1012,
                day(1008, 5, 10),
                day(1001, 1, 10),
                day(1004, 9, 10),
                day(1005, 0, 0),
                day(1000, 2, 4));

        assertThat(recovery.leaving())
                .containsExactly(
                        new Leaving(1000, new Rate(2, 4), 1010, new Rate(15, 30)),
                        new Leaving(1001, new Rate(1, 10), 1011, new Rate(14, 20)),
                        new Leaving(1008, new Rate(5, 10), 1018, Rate.NONE));
    }

    @Test
    void daysBeforeTheWindowAndAfterTodayDoNotCount() {
        Recovery recovery = recovery(NINETY, 1009, 1012, day(999, 0, 50), day(1000, 7, 7), day(1010, 0, 50));

        assertThat(recovery.now()).isEqualTo(new Rate(7, 7));
        assertThat(recovery.untouched()).isEqualTo(Rate.NONE);
    }

    @Test
    void severalScoresOfADayAreAddedUp() {
        assertThat(recovery(NINETY, 1009, 1009, day(1009, 1, 2), day(1009, 3, 3))
                        .now())
                .isEqualTo(new Rate(4, 5));
    }

    @Test
    void thatManyRoundsReachTheTargetAndOneLessDoesNot() {
        SplittableRandom dice = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            long denominator = dice.nextLong(1, dice.nextBoolean() ? 20 : 5_000_000);
            Rate known = new Rate(dice.nextLong(denominator + 1), denominator);
            int whole = dice.nextInt(2, 10_000);
            Target target = new Target(dice.nextInt(1, whole), whole);

            long needed = Recovery.needed(known, target).orElseThrow();

            assertThat(known.plus(new Rate(needed, needed)).reaches(target)).isTrue();
            assertThat(needed == 0
                            || !known.plus(new Rate(needed - 1, needed - 1)).reaches(target))
                    .as("%s, %s, %d", known, target, needed)
                    .isTrue();
        }
    }

    @Test
    void theOrderOfTheDaysChangesNothing() {
        SplittableRandom dice = new SplittableRandom(8);
        for (int i = 0; i < 200; i++) {
            List<DayRate> days = new ArrayList<>();
            for (int day = 995; day < 1012; day++) {
                long rounds = dice.nextLong(20);
                days.add(new DayRate(day, new Rate(dice.nextLong(rounds + 1), rounds)));
            }
            List<DayRate> reversed = new ArrayList<>(days);
            Collections.reverse(reversed);
            RecoveryQuestion question = new RecoveryQuestion(10, NINETY, 1009, 1013);

            assertThat(Recovery.of(question, reversed)).isEqualTo(Recovery.of(question, days));
        }
    }

    @Test
    void refusesQuestionsThatCannotBeAnswered() {
        assertThatThrownBy(() -> new RecoveryQuestion(30, NINETY, 1009, 1008))
                .hasMessage("by must not be before today, got 1008 < 1009");
        assertThatThrownBy(() -> new RecoveryQuestion(0, NINETY, 1009, 1009))
                .hasMessage("windowDays must be 1 to 3650, got 0");
    }

    private static Recovery recovery(Target target, int today, int by, DayRate... days) {
        return Recovery.of(new RecoveryQuestion(10, target, today, by), List.of(days));
    }

    private static DayRate day(int epochDay, long numerator, long denominator) {
        return new DayRate(epochDay, new Rate(numerator, denominator));
    }
}
