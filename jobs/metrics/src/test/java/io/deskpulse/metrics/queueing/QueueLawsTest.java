package io.deskpulse.metrics.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QueueLawsTest {
    private final SplittableRandom random = new SplittableRandom(12);

    @Test
    void lossesOfOneAndTwoServersAreFractions() {
        assertThat(ErlangB.blocking(1, 1)).isCloseTo(1 / 2.0, within(1e-15));
        assertThat(ErlangB.blocking(1, 2)).isCloseTo(1 / 5.0, within(1e-15));
        assertThat(ErlangB.blocking(3, 0)).isEqualTo(1);
        assertThat(ErlangB.required(10, 0.02)).as("10 Erlang at 2 %").isEqualTo(17);
    }

    @Test
    void aSingleServerWaitsAsMuchAsItIsBusy() {
        ErlangC team = new ErlangC(0.5, 1, 1);

        assertThat(team.waitProbability()).isCloseTo(0.5, within(1e-15));
        assertThat(team.meanWaitSeconds()).as("ρ/(μ-λ)").isCloseTo(1, within(1e-15));
        assertThat(team.serviceLevel(ServiceLevel.DEFAULT, 2)).isCloseTo(1 - 0.5 * Math.exp(-1), within(1e-15));
    }

    @Test
    void garnettMandelbaumAndReimansTableHasFiftyAgentsAtFortyEightErlang() {
        ErlangC forever = new ErlangC(0.8, 60, 50);
        ErlangA leaving = new ErlangA(0.8, 60, 120, 50);

        assertThat(forever.meanWaitSeconds()).isCloseTo(20.8, within(0.05));
        assertThat(leaving.abandonProbability()).isCloseTo(0.031, within(0.0005));
        assertThat(leaving.meanWaitSeconds()).isCloseTo(3.7, within(0.05));
        assertThat(leaving.occupancy()).isCloseTo(0.93, within(0.005));
    }

    @Test
    void patienceWithoutEndIsErlangC() {
        for (int i = 0; i < 50; i++) {
            double load = random.nextDouble(1, 60);
            int agents = (int) load + 1 + random.nextInt(1, 10);
            ErlangC forever = new ErlangC(load / 240, 240, agents);
            ErlangA leaving = new ErlangA(load / 240, 240, 1e9, agents);

            assertThat(leaving.waitProbability()).isCloseTo(forever.waitProbability(), within(1e-4));
            assertThat(leaving.serviceLevel(ServiceLevel.DEFAULT, 20))
                    .isCloseTo(forever.serviceLevel(ServiceLevel.DEFAULT, 20), within(1e-4));
        }
    }

    @Test
    void chatsThatDoNotSlowDownAreErlangCWithAServerASlot() {
        for (int cap = 1; cap <= 4; cap++) {
            ErlangC phone = new ErlangC(0.1, 300, 12 * cap);
            ChatTeam chat = new ChatTeam(0.1, new GainCurve(Collections.nCopies(cap, 300.0)), 12);
            if (phone.load() < 12 * cap) {
                assertThat(chat.waitProbability()).isCloseTo(phone.waitProbability(), within(1e-12));
                assertThat(chat.meanWaitSeconds()).isCloseTo(phone.meanWaitSeconds(), within(1e-9));
                assertThat(chat.serviceLevel(ServiceLevel.DEFAULT, 30))
                        .isCloseTo(phone.serviceLevel(ServiceLevel.DEFAULT, 30), within(1e-12));
            }
        }
    }

    /** Its queue is a series without an end in sight: summed up term by term it once ran into numbers below nought. */
    @Test
    void aTeamThatIsOnlyJustLargeEnoughIsErlangCToo() {
        for (double spare : new double[] {1e-6, 1e-9, 1e-12}) {
            double rate = 24 / 300.0 * (1 - spare);
            ErlangC phone = new ErlangC(rate, 300, 24);
            ChatTeam chat = new ChatTeam(rate, new GainCurve(List.of(300.0, 300.0)), 12);

            assertThat(chat.waitProbability()).isCloseTo(phone.waitProbability(), within(1e-3));
            assertThat(chat.serviceLevel(ServiceLevel.DEFAULT, 30))
                    .isCloseTo(phone.serviceLevel(ServiceLevel.DEFAULT, 30), within(1e-3));
            assertThat(chat.occupancy()).isCloseTo(1, within(1e-5));
            assertThat(chat.chatsPerBusyAgent()).isCloseTo(2, within(1e-5));
        }
    }

    @Test
    void oneChatAtATimeWithPatienceIsErlangA() {
        ChatTeam chat = new ChatTeam(0.1, new GainCurve(List.of(240.0)), 120, 20);
        ErlangA phone = new ErlangA(0.1, 240, 120, 20);

        assertThat(chat.waitProbability()).isCloseTo(phone.waitProbability(), within(1e-9));
        assertThat(chat.abandonProbability()).isCloseTo(phone.abandonProbability(), within(1e-9));
        assertThat(chat.meanWaitSeconds()).isCloseTo(phone.meanWaitSeconds(), within(1e-7));
    }

    /** One agent is as busy as she is found busy; who gives up at once loses little of a long call's tail. */
    @Test
    void aFewContactsOfLittlePatienceFollowTheBirthAndDeathChain() {
        for (double patience : new double[] {2, 20, 180}) {
            for (int agents = 1; agents < 8; agents++) {
                ErlangA team = new ErlangA(0.0026, 540, patience, agents);
                double[] chain = chain(0.0026, 540, patience, agents);

                assertThat(team.waitProbability()).as("%s s", patience).isCloseTo(chain[0], within(1e-9));
                assertThat(team.abandonProbability()).as("%s s", patience).isCloseTo(chain[1], within(1e-9));
                assertThat(team.serviceLevel(ServiceLevel.DEFAULT, 0)).isCloseTo(1 - chain[0], within(1e-9));
            }
        }
    }

    /** P(wait) and P(abandon) of the chain with arrivals λ and departures min(k, n) μ + (k - n)⁺ θ. */
    private static double[] chain(double rate, double handle, double patience, int agents) {
        double weight = 1;
        double sum = 1;
        double waiting = 0;
        double left = 0;
        for (int k = 1; k < 500; k++) {
            int queue = Math.max(0, k - agents);
            weight *= rate / (Math.min(k, agents) / handle + queue / patience);
            sum += weight;
            waiting += k >= agents ? weight : 0;
            left += weight * queue / patience / rate;
        }
        return new double[] {waiting / sum, left / sum};
    }

    @Test
    void moreAgentsAreNeverWorseAlsoInOverload() {
        for (int i = 0; i < 20; i++) {
            double rate = random.nextDouble(0.01, 0.5);
            double patience = random.nextDouble(30, 600);
            double before = 0;
            for (int agents = 1; agents < 150; agents += 7) {
                double level = new ErlangA(rate, 300, patience, agents).serviceLevel(ServiceLevel.DEFAULT, 20);
                assertThat(level).isBetween(before - 1e-9, 1.0);
                before = level;
            }
        }
    }

    @Test
    void whatIsServedAndWhatLeavesIsAllThatCame() {
        ErlangA overloaded = new ErlangA(1, 300, 60, 100);

        assertThat(overloaded.abandonProbability()).as("2/3 is too much").isCloseTo(2 / 3.0, within(1e-6));
        assertThat(overloaded.occupancy()).isCloseTo(1, within(1e-6));
        assertThat(overloaded.serviceLevel(ServiceLevel.ANSWERED_OF_ANSWERED, 1e6))
                .isCloseTo(1, within(1e-9));
        assertThat(overloaded.serviceLevel(ServiceLevel.SERVED_OF_OFFERED, 1e6)).isCloseTo(1 / 3.0, within(1e-6));
    }

    @Test
    void theThreeServiceLevelsAreOrderedAndNamed() {
        ErlangA team = new ErlangA(0.2, 300, 90, 55);

        double a = team.serviceLevel(ServiceLevel.SERVED_OF_OFFERED, 20);
        double b = team.serviceLevel(ServiceLevel.SERVED_OF_OFFERED_WITHOUT_SHORT_ABANDONED, 20);
        assertThat(a).isLessThan(b);
        assertThat(List.of(ServiceLevel.values()))
                .extracting(ServiceLevel::code)
                .containsExactly("a", "b", "c");
    }

    @Test
    void queuesThatGrowWithoutEndSayHowLong() {
        assertThat(new ErlangC(1, 10, 10).meanWaitSeconds()).isInfinite();
        assertThat(new ErlangC(1, 10, 10).serviceLevel(ServiceLevel.DEFAULT, 20))
                .isZero();
        assertThat(new ErlangC(1, 10, 10).occupancy()).isEqualTo(1);
        assertThat(new ChatTeam(1, new GainCurve(List.of(10.0)), 10).meanWaitSeconds())
                .isInfinite();
        assertThat(new ChatTeam(1, new GainCurve(List.of(10.0)), 10).serviceLevel(ServiceLevel.DEFAULT, 20))
                .isZero();
    }

    @Test
    void refusesWhatIsNoTeam() {
        assertThatThrownBy(() -> new ErlangC(1, 10, 0)).hasMessage("agents must be > 0, got 0.0");
        assertThatThrownBy(() -> new ErlangA(0, 10, 10, 1)).hasMessage("arrivalsPerSecond must be > 0, got 0.0");
        assertThatThrownBy(() -> new ErlangA(1, 10, Double.NaN, 1)).hasMessage("patienceSeconds must be > 0, got NaN");
        assertThatThrownBy(() -> ErlangB.blocking(-1, 1)).hasMessage("load must be >= 0, got -1.0");
        assertThatThrownBy(() -> ErlangB.required(1, 0)).hasMessage("maxBlocking must be in (0, 1], got 0.0");
        assertThatThrownBy(() -> new ChatTeam(1, new GainCurve(List.of(10.0)), 0.0, 10))
                .hasMessage("patienceSeconds must be > 0, got 0.0");
        assertThatThrownBy(() ->
                        new ChatTeam(1, new GainCurve(List.of(1.0)), 60, 3).serviceLevel(ServiceLevel.DEFAULT, 20))
                .isInstanceOf(IllegalStateException.class);
    }
}
