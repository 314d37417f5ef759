package io.deskpulse.metrics.hotspots.expected;

/**
 * Ages of exposures in bins of four hours, 0 to 125, and the groups in which their hazard is learned: bin by bin at first, then
 * three, then six bins each.
 */
final class AgeGroups {
    /** Ages that are kept apart. */
    static final int AGES = Rings.BINS;

    private static final int[] FIRST_EDGES = {0, 1, 2, 3, 4, 5, 6, 9, 12, 15, 18};
    private static final int WIDE_FROM = 24;
    private static final int WIDE = 6;

    /** How many groups there are. */
    static final int COUNT = FIRST_EDGES.length + (AGES - WIDE_FROM) / WIDE;

    private static final int[] GROUP_OF_AGE = groups();

    private AgeGroups() {}

    /** The group of an age. */
    static int of(int age) {
        return GROUP_OF_AGE[age];
    }

    private static int[] groups() {
        int[] groups = new int[AGES];
        for (int age = 0; age < AGES; age++) {
            int group = 0;
            while (group + 1 < FIRST_EDGES.length && age >= FIRST_EDGES[group + 1]) {
                group++;
            }
            groups[age] = age < WIDE_FROM ? group : FIRST_EDGES.length + (age - WIDE_FROM) / WIDE;
        }
        return groups;
    }
}
