package io.deskpulse.metrics.staffing;

/**
 * Paid time that is not worked: what is agreed beforehand and what is not, kept apart because only the first can be moved.
 *
 * @param planned share of the paid time for training, meetings, breaks, leave, 0 to below 1
 * @param unplanned share of the remaining time for sickness, lateness, 0 to below 1
 */
public record Shrinkage(double planned, double unplanned) {
    /** Nobody is ever away. */
    public static final Shrinkage NONE = new Shrinkage(0, 0);

    private static final double GUARD = 1e-9;

    /** Checks the ranges. */
    public Shrinkage {
        checkShare("planned", planned);
        checkShare("unplanned", unplanned);
    }

    /** Agents to pay for so that some are at work, with decimals: n / ((1 - planned)(1 - unplanned)). */
    public double gross(double agents) {
        return agents / ((1 - planned) * (1 - unplanned));
    }

    /** The same in whole agents: 100 at 30 % are 143, and a quotient that is whole but for rounding stays. */
    public int wholeGross(double agents) {
        return ceil(gross(agents));
    }

    /** The smallest whole number that is not below a value by more than rounding. */
    static int ceil(double value) {
        return (int) Math.ceil(value - GUARD);
    }

    private static void checkShare(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), got " + share);
        }
    }
}
