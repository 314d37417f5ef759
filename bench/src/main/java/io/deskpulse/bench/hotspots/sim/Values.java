package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;

/** The values of all dimensions of a made-up shop, numbered through: SKUs, regions, carriers, agent groups, the shop. */
public final class Values {
    /** How many there are in all. */
    public static final int COUNT = 342;

    static final int SKUS = 300;
    static final int REGIONS = 31;
    static final int CARRIERS = 6;
    static final int GROUPS = 4;

    private static final int[] FIRST = {0, SKUS, SKUS + REGIONS, SKUS + REGIONS + CARRIERS, COUNT - 1};
    private static final int[] HOW_MANY = {SKUS, REGIONS, CARRIERS, GROUPS, 1};
    private static final String[] LETTERS = {"s", "r", "c", "g", Complaint.WHOLE_SHOP};
    private static final String[] NAMES = names();
    private static final Dimension[] DIMENSIONS = dimensions();

    private Values() {}

    /** The number of a value by its place in its dimension. */
    static int number(Dimension dimension, int place) {
        // Dimensions are numbered SKU, region, carrier, group, shop, as their ordinals are.
        return FIRST[dimension.ordinal()] + place;
    }

    /** The number of a value by its name. */
    public static int number(Dimension dimension, String name) {
        return number(dimension, name.isEmpty() ? 0 : Integer.parseInt(name.substring(1)));
    }

    /** The name of a value. */
    public static String name(int number) {
        return NAMES[number];
    }

    /** The dimension of a value. */
    public static Dimension dimension(int number) {
        return DIMENSIONS[number];
    }

    static int place(int number) {
        return number - FIRST[DIMENSIONS[number].ordinal()];
    }

    static int howMany(Dimension dimension) {
        return HOW_MANY[dimension.ordinal()];
    }

    private static String[] names() {
        String[] names = new String[COUNT];
        for (int dimension = 0; dimension < FIRST.length; dimension++) {
            for (int place = 0; place < HOW_MANY[dimension]; place++) {
                names[FIRST[dimension] + place] = LETTERS[dimension] + (dimension == FIRST.length - 1 ? "" : place);
            }
        }
        return names;
    }

    private static Dimension[] dimensions() {
        Dimension[] dimensions = new Dimension[COUNT];
        for (int dimension = 0; dimension < FIRST.length; dimension++) {
            for (int place = 0; place < HOW_MANY[dimension]; place++) {
                dimensions[FIRST[dimension] + place] = Dimension.of(dimension);
            }
        }
        return dimensions;
    }
}
