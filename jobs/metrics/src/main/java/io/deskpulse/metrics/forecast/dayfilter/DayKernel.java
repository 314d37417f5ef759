package io.deskpulse.metrics.forecast.dayfilter;

/**
 * How much each part of a day's log total may move: standard deviations of logs, and times.
 *
 * @param weekday spread of weekdays
 * @param closed effect of closed neighbours
 * @param position effect of a position in the month
 * @param month smooth swing over the month
 * @param level spread of the level that comes back
 * @param levelDays calendar days after which it has come back by 1/e
 * @param swing spread of the short swing
 * @param swingDays open days after which it has faded by 1/e
 * @param noise of a single day, beyond chance
 * @param walk what the level moves in a day without coming back
 */
public record DayKernel(
        double weekday,
        double closed,
        double position,
        double month,
        double level,
        double levelDays,
        double swing,
        double swingDays,
        double noise,
        double walk) {
    /** Where nothing is known of a shop yet; the middle of the priors of {@link KernelFit}. */
    public static final DayKernel TYPICAL = new DayKernel(0.15, 0.053, 0.035, 0.025, 0.05, 25, 0.027, 1.5, 0.02, 0.002);

    /** The values in the order of the components. */
    double[] values() {
        return new double[] {weekday, closed, position, month, level, levelDays, swing, swingDays, noise, walk};
    }

    /** From the values in the order of the components. */
    static DayKernel of(double[] v) {
        return new DayKernel(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9]);
    }
}
