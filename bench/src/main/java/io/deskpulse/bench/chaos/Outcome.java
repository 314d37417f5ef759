package io.deskpulse.bench.chaos;

import io.deskpulse.bench.chaos.stand.Fault;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a round ended.
 *
 * @param round what was sent
 * @param faults that struck
 * @param sent messages, those sent again included
 * @param faultSeconds from the first strike to the end of the last fault
 * @param recoverySeconds from there until the tables were right; NaN when they did not become so
 * @param difference of the tables, a line each; empty when they are right
 */
record Outcome(
        Round round, List<Fault> faults, int sent, double faultSeconds, double recoverySeconds, String difference) {

    static void printHead() {
        System.out.printf(
                "%6s %7s %7s %8s %10s  %-6s %s%n",
                "seed", "events", "sent", "fault s", "right in s", "tables", "faults");
    }

    boolean isRight() {
        return difference.isEmpty();
    }

    void print() {
        System.out.printf(
                "%6d %7d %7d %8.1f %10.1f  %-6s %s%n",
                round.seed(),
                round.events().size(),
                sent,
                faultSeconds,
                recoverySeconds,
                isRight() ? "equal" : "WRONG",
                faults.stream().map(Fault::name).collect(Collectors.joining(" + ")));
    }
}
