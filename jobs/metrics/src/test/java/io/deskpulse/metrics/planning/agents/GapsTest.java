package io.deskpulse.metrics.planning.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.planning.Gap;
import io.deskpulse.metrics.planning.Goal;
import io.deskpulse.metrics.planning.Need;
import io.deskpulse.metrics.planning.Roster;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.queueing.GainCurve;
import io.deskpulse.metrics.queueing.ServiceLevel;
import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.metrics.staffing.Shrinkage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final Requirement REQUIREMENT = new Requirement(ServiceLevel.DEFAULT, 0.8, 20, 0.9);
    private static final long HALF_HOUR = 1_800_000;
    private static final long START = 1_000 * HALF_HOUR;

    @Test
    void whatATeamCannotDoIsCarriedOverAndNeedsAgentsLater() {
        List<Demand> night = demands(100, 300, 300, 100, 100, 100);

        List<Need> free = new Needs(REQUIREMENT, 1800).of(night, -1);
        List<Need> team = new Needs(REQUIREMENT, 1800, 40).of(night, -1);

        assertThat(free).allSatisfy(need -> assertThat(need.backlog()).isZero());
        assertThat(team.get(0)).isEqualTo(free.get(0));
        assertThat(team.get(1).agents()).isEqualTo(free.get(1).agents()).isGreaterThan(40);
        // 40 agents do 300 calls of 240 s in half an hour; by Erlang's loss formula 34.5 of 300 find all of them busy.
        assertThat(team.get(1).backlog()).isBetween(20.0, 40.0);
        assertThat(team.get(2).backlog()).isGreaterThan(team.get(1).backlog());
        assertThat(team.get(3).agents())
                .as("the backlog needs agents")
                .isGreaterThan(free.get(3).agents());
        assertThat(team.get(5).backlog()).as("it is over").isZero();
        assertThat(team.get(5).agents()).isEqualTo(free.get(5).agents());
    }

    @Test
    void shiftsSayHowManyThereAreAndTheSettingWhereTheyDoNot() {
        Roster roster = new Roster(Map.of(START, 50.0, START + 900_000, 30.0, START + HALF_HOUR, 0.9));

        // 40 planned on average over the half hour, of whom 9 of 10 come; 0.45 are no team.
        assertThat(roster.team(START, 30, 0.9, Goal.ANY)).isEqualTo(36);
        assertThat(roster.team(START, 15, 0.9, Goal.ANY)).isEqualTo(45);
        assertThat(roster.team(START + HALF_HOUR, 30, 0.9, 7)).isEqualTo(7);
        assertThat(roster.team(START + HALF_HOUR, 15, 0.4, 7)).isEqualTo(1);

        List<Demand> night = demands(100, 300, 300, 100);
        List<Need> byShifts = new Needs(REQUIREMENT, 1800, interval -> interval == 1 ? 40 : Goal.ANY).of(night, -1);
        assertThat(byShifts).extracting(need -> need.backlog() > 0).containsExactly(false, true, false, false);
        assertThat(byShifts.get(1))
                .isEqualTo(new Needs(REQUIREMENT, 1800, 40).of(night, -1).get(1));
    }

    @Test
    void workThatCanWaitGoesIntoTheGaps() {
        List<Demand> demands = demands(20, 20, 20);
        List<Need> needs = new Needs(REQUIREMENT, 1800).of(demands, -1);
        List<Gap> gaps = gaps(demands, needs, new SeriesInput.Deferred(START + 2 * HALF_HOUR, 1000));

        double busy = 20 * 240.0;
        assertThat(gaps.get(0).idleSeconds()).isCloseTo(0.9 * needs.get(0).agents() * 1800 - busy, within(1.0));
        assertThat(gaps.get(0).deferredSeconds()).isEqualTo(1000);
        assertThat(gaps).allSatisfy(gap -> assertThat(gap.lateSeconds()).isZero());
    }

    @Test
    void whatDoesNotFitIsLateWhereItIsDueAndWhatIsDueLaterIsNot() {
        List<Demand> demands = demands(20, 20, 20);
        List<Need> needs = new Needs(REQUIREMENT, 1800).of(demands, -1);
        List<Gap> gaps = gaps(
                demands,
                needs,
                new SeriesInput.Deferred(SeriesInput.NEVER_DUE, 90_000),
                new SeriesInput.Deferred(START + 2 * HALF_HOUR, 1e6),
                new SeriesInput.Deferred(START - 1, 60_000));

        double idle = gaps.get(0).idleSeconds() + gaps.get(1).idleSeconds();
        assertThat(gaps.get(1).lateSeconds()).isCloseTo(1e6 - idle, within(1e-6));
        assertThat(gaps.get(0).lateSeconds() + gaps.get(2).lateSeconds()).isZero();
        assertThat(gaps.get(2).deferredSeconds())
                .as("the overdue and what has no due time fill the rest")
                .isCloseTo(gaps.get(2).idleSeconds(), within(1e-6));
    }

    @Test
    void aShopWithoutContactsHasNoGaps() {
        List<Demand> demands = demands(0, 0);
        List<Need> needs = new Needs(REQUIREMENT, 1800).of(demands, -1);

        assertThat(gaps(demands, needs, new SeriesInput.Deferred(START + HALF_HOUR, 60)))
                .containsExactly(new Gap(0, 0, 60), new Gap(0, 0, 0));
        assertThat(gaps(List.of(), List.of(), new SeriesInput.Deferred(START, 60)))
                .isEmpty();
    }

    private static List<Gap> gaps(List<Demand> demands, List<Need> needs, SeriesInput.Deferred... deferred) {
        List<Long> starts = LongStream.range(0, demands.size())
                .mapToObj(i -> START + i * HALF_HOUR)
                .toList();
        return new Gaps(REQUIREMENT.maxOccupancy(), 1800).of(starts, demands, needs, Arrays.asList(deferred));
    }

    /** Calls of four minutes, whose number is certain. */
    private static List<Demand> demands(double... calls) {
        return DoubleStream.of(calls)
                .mapToObj(mean -> new Demand(
                        mean,
                        Collections.nCopies(7, mean).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        240,
                        new GainCurve(List.of(240.0)),
                        Double.NaN,
                        Shrinkage.NONE))
                .toList();
    }
}
