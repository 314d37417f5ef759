package io.deskpulse.schemas.jsonl;

import java.util.Collection;
import java.util.Locale;

/** The name somebody probably meant. */
public final class NearestName {

    private NearestName() {}

    /**
     * A suggestion to append to an error, {@code "; did you mean 'x'?"}, or the empty string when no name is near.
     *
     * <p>Near is an edit distance (insert, delete, replace, swap neighbours; case ignored) of at most a third of the length.
     */
    public static String suggestion(String written, Collection<String> names) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int limit = Math.max(1, name.length() / 3);
            if (Math.abs(name.length() - written.length()) > limit) {
                continue; // also keeps a very long text from costing anything
            }
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance <= limit && distance < least) {
                nearest = name;
                least = distance;
            }
        }
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /** Edit distance with swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] cost) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
