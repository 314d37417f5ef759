package io.deskpulse.metrics.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.queueing.ErlangC;
import io.deskpulse.metrics.queueing.GainCurve;
import io.deskpulse.metrics.queueing.ServiceLevel;
import io.deskpulse.metrics.staffing.DeferredWork.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffingTest {
    private static final Requirement EIGHTY_TWENTY = new Requirement(ServiceLevel.DEFAULT, 0.8, 20, 1);

    @Test
    void tenAgentsAreEnoughWhereSearchingFromElevenMissesThem() {
        Requirement easy = new Requirement(ServiceLevel.DEFAULT, 0.2, 120, 1);

        assertThat(easy.erlangC(96 / 1800.0, 180)).as("A = 9.6").isEqualTo(10);
    }

    @Test
    void theSmallestNumberReachesTheTargetAndOneLessDoesNot() {
        for (double load = 0.3; load < 200; load *= 1.7) {
            int agents = EIGHTY_TWENTY.erlangC(load / 240, 240);
            assertThat(new ErlangC(load / 240, 240, agents).serviceLevel(ServiceLevel.DEFAULT, 20))
                    .isGreaterThanOrEqualTo(0.8);
            if (agents > 1) {
                assertThat(new ErlangC(load / 240, 240, agents - 1).serviceLevel(ServiceLevel.DEFAULT, 20))
                        .isLessThan(0.8);
            }
            assertThat(EIGHTY_TWENTY.erlangA(load / 240, 240, 180)).isLessThanOrEqualTo(agents);
            assertThat(EIGHTY_TWENTY.chat(load / 240, new GainCurve(List.of(240.0))))
                    .isEqualTo(agents);
        }
    }

    @Test
    void nothingNeedsNobody() {
        assertThat(EIGHTY_TWENTY.erlangC(0, 240)).isZero();
        assertThat(EIGHTY_TWENTY.erlangA(0, 240, 60)).isZero();
        assertThat(EIGHTY_TWENTY.chat(0, new GainCurve(List.of(240.0)))).isZero();
    }

    @Test
    void callersWhoHangUpDoNotMakeATeamLookRested() {
        Requirement easy = new Requirement(ServiceLevel.DEFAULT, 0.2, 60, 0.8);

        // 10 Erlangs at 80 % are 12.5 agents, however many of them are never served
        assertThat(easy.erlangA(10 / 240.0, 240, 30)).isEqualTo(13);
        assertThat(new Requirement(ServiceLevel.DEFAULT, 0.2, 60, 1).erlangA(10 / 240.0, 240, 30))
                .isEqualTo(10);
        // 8 / 0.8 is a hair above 10 in doubles
        assertThat(easy.erlangA(8 / 240.0, 240, 30)).isEqualTo(10);
    }

    @Test
    void theOccupancyCapComesAfterTheServiceLevel() {
        assertThat(new Requirement(ServiceLevel.DEFAULT, 0.8, 20, 0.7).erlangC(10 / 180.0, 180))
                .as("10 / 0.7")
                .isEqualTo(15);
    }

    @Test
    void aHundredAgentsAtThirtyPercentAreAHundredAndFortyThree() {
        assertThat(new Shrinkage(0.3, 0).wholeGross(100)).isEqualTo(143);
        assertThat(new Shrinkage(0.2, 0).wholeGross(100))
                .as("125 but for rounding")
                .isEqualTo(125);
        assertThat(new Shrinkage(0.2, 0.1).gross(72)).isCloseTo(100, within(1e-9));
        assertThat(Shrinkage.NONE.wholeGross(7)).isEqualTo(7);
    }

    @Test
    void staffsHigherTheMoreAMissingAgentCosts() {
        assertThat(QuantileStaffing.level(3, 1)).isEqualTo(QuantileStaffing.DEFAULT_LEVEL);
        assertThat(QuantileStaffing.level(1, 1)).isEqualTo(0.5);
    }

    @Test
    void weighsTheServiceLevelByTheContactsThatLiveIt() {
        double[] levels = {0.25, 0.75};

        assertThat(QuantileStaffing.expectedServiceLevel(levels, new double[] {10, 30}, n -> n < 20 ? 1 : 0))
                .isCloseTo(0.25, within(1e-12));
        assertThat(QuantileStaffing.expectedServiceLevel(levels, new double[] {0, 0}, n -> 0))
                .isEqualTo(1);
    }

    @Test
    void doesFirstWhatIsDueFirst() {
        DeferredWork.Plan plan = DeferredWork.fit(
                new double[] {100, 0, 50}, List.of(new Task(0, 2, 120), new Task(0, 0, 40), new Task(1, 2, 10)));

        assertThat(plan.usedSeconds()).containsExactly(100, 0, 50);
        assertThat(plan.lateSeconds()).as("170 into 150").containsExactly(0, 0, 20);
    }

    @Test
    void aLoadThatNobodyCanStaffIsRefusedInWords() {
        assertThatThrownBy(() -> EIGHTY_TWENTY.chat(1e12, new GainCurve(List.of(240.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is enough for a load of 2.4E14 contacts at a time");
        assertThatThrownBy(() -> EIGHTY_TWENTY.erlangC(Double.POSITIVE_INFINITY, 240))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a load of Infinity");
    }

    @Test
    void refusesTargetsThatAreNone() {
        assertThatThrownBy(() -> new Requirement(ServiceLevel.DEFAULT, 1, 20, 1))
                .hasMessage("targetRatio must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> new Requirement(ServiceLevel.DEFAULT, 0.8, 20, 0))
                .hasMessage("maxOccupancy must be in (0, 1], got 0.0");
        assertThatThrownBy(() -> new Shrinkage(1, 0)).hasMessage("planned must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Task(2, 1, 0)).hasMessage("intervals must be 0 or later and in order, got 2 to 1");
        assertThatThrownBy(() -> new Requirement(ServiceLevel.DEFAULT, 0.8, 20, 1e-9).erlangC(1, 1))
                .hasMessageStartingWith("no number of agents");
    }
}
