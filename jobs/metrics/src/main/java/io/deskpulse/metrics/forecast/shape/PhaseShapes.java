package io.deskpulse.metrics.forecast.shape;

import java.util.HashMap;
import java.util.Map;

/**
 * How the hours of an event's day differ from an ordinary one: the evening before a sale, the midnight it starts.
 *
 * <p>A slot's factor is (y + 10)/(e + 10): y contacts of all days of the sort so far, e what an ordinary shape would have had of them. Days of several
 * shops may be added up. Immutable.
 */
public final class PhaseShapes {
    /** Shapes of which nothing is known. */
    public static final PhaseShapes NONE = new PhaseShapes(Map.of());

    private static final double STRENGTH = 10;

    private final Map<String, double[][]> sums;

    private PhaseShapes(Map<String, double[][]> sums) {
        this.sums = sums;
    }

    /** With a day of a sort: its contacts by slot, NaN where unknown, and those of an ordinary day of the same total. */
    public PhaseShapes plus(String sort, double[] contacts, double[] ordinary) {
        double[][] old = sums.get(sort);
        double[][] sum = old == null ? new double[2][contacts.length] : new double[][] {old[0].clone(), old[1].clone()};
        for (int slot = 0; slot < contacts.length; slot++) {
            if (!Double.isNaN(contacts[slot])) {
                sum[0][slot] += contacts[slot];
                sum[1][slot] += ordinary[slot];
            }
        }
        Map<String, double[][]> more = new HashMap<>(sums);
        more.put(sort, sum);
        return new PhaseShapes(more);
    }

    /** With all that others know of slots of the same length. */
    public PhaseShapes plus(PhaseShapes others) {
        PhaseShapes all = this;
        for (Map.Entry<String, double[][]> other : others.sums.entrySet()) {
            all = all.plus(other.getKey(), other.getValue()[0], other.getValue()[1]);
        }
        return all;
    }

    /** The factor of each slot on a day of a sort; 1 where nothing is known. */
    public double[] factors(String sort, int slots) {
        double[] factors = new double[slots];
        double[][] sum = sums.get(sort);
        for (int slot = 0; slot < slots; slot++) {
            factors[slot] = sum == null ? 1 : (sum[0][slot] + STRENGTH) / (sum[1][slot] + STRENGTH);
        }
        return factors;
    }
}
