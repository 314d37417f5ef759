package io.deskpulse.ops.readers;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A user who reads the rows of some shops and changes nothing. Its text never shows the password's hash.
 *
 * @param name of the user, {@code [a-z][a-z0-9_]*}
 * @param shops whose rows, at least one
 * @param passwordSha256 hash of the password, 64 hexadecimal digits
 * @param networks addresses or networks it may come from; none = from anywhere
 */
public record ShopReader(String name, List<String> shops, String passwordSha256, List<String> networks, Quota quota) {
    /** Copies the lists. */
    public ShopReader {
        shops = List.copyOf(shops);
        networks = List.copyOf(networks);
    }

    /**
     * What a reader may ask in an interval of time; 0 = as much as it likes.
     *
     * @param seconds length of the interval
     * @param queries number of queries
     * @param readRows rows that the server reads for them, those of other shops that lie between included
     * @param executionSeconds how long they run, together
     */
    public record Quota(long seconds, long queries, long readRows, long executionSeconds) {
        /** Boards of a shop, each open and renewed once a minute, take some thousand queries an hour. */
        public static final Quota DEFAULT = new Quota(3_600, 20_000, 0, 3_600);

        private static String limit(long limit, String what) {
            return limit == 0 ? "any " + what : limit + " " + what;
        }

        @Override
        public String toString() {
            return limit(queries, "queries") + ", " + limit(readRows, "rows read") + ", "
                    + limit(executionSeconds, "s of execution") + " in " + seconds + " s";
        }
    }

    @Override
    public String toString() {
        return name + " of " + shops.stream().collect(Collectors.joining(", "));
    }
}
