package io.deskpulse.bench.peers.question;

import java.util.List;

/**
 * An answer, row by row against the true one.
 *
 * @param rows of the true answer
 * @param missing rounds that the answer does not know
 * @param missingOpen those of them that still wait
 * @param wrong rounds of which it says something else
 * @param invented rounds that there are not
 */
public record Verdict(int rows, int missing, int missingOpen, int wrong, int invented) {

    /** Compares both in one pass. */
    public static Verdict of(Answers truth, Answers answer) {
        List<Answer> expected = truth.rows();
        List<Answer> given = answer.rows();
        int missing = 0;
        int missingOpen = 0;
        int wrong = 0;
        int invented = 0;
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < given.size()) {
            int order = i == expected.size()
                    ? 1
                    : j == given.size() ? -1 : expected.get(i).compareTo(given.get(j));
            if (order < 0) {
                missing++;
                missingOpen += expected.get(i).answeredAtMillis() == RowLog.OPEN ? 1 : 0;
                i++;
            } else if (order > 0) {
                invented++;
                j++;
            } else {
                wrong += expected.get(i++).equals(given.get(j++)) ? 0 : 1;
            }
        }
        return new Verdict(expected.size(), missing, missingOpen, wrong, invented);
    }

    /** Whether both are the same. */
    public boolean isRight() {
        return missing == 0 && wrong == 0 && invented == 0;
    }

    @Override
    public String toString() {
        if (isRight()) {
            return "right, %,d rows".formatted(rows);
        }
        return "WRONG: of %,d rows %,d are missing (%,d of them open), %,d wrong, %,d invented"
                .formatted(rows, missing, missingOpen, wrong, invented);
    }
}
