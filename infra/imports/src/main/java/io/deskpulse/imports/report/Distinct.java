package io.deskpulse.imports.report;

import java.util.Arrays;

/**
 * Counts different texts in 16 bytes of memory or less for each, since there may be millions. Two texts of one 64-bit hash count as
 * one; of ten million that happens once in hundreds of thousands of imports.
 */
final class Distinct {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Hashes by open addressing; 0 is a free place. */
    private long[] places = new long[1 << 10];

    private int count;

    /** Takes a text. */
    void add(String text) {
        long hash = hash(text);
        if (isNew(places, hash)) {
            count++;
            if (count * 4L > places.length * 3L) {
                grow();
            }
        }
    }

    /** How many there were. */
    long count() {
        return count;
    }

    private void grow() {
        long[] larger = new long[places.length * 2];
        Arrays.stream(places).filter(hash -> hash != 0).forEach(hash -> isNew(larger, hash));
        places = larger;
    }

    private static boolean isNew(long[] places, long hash) {
        int at = (int) (hash >>> 1) & (places.length - 1);
        while (places[at] != 0) {
            if (places[at] == hash) {
                return false;
            }
            at = (at + 1) & (places.length - 1);
        }
        places[at] = hash;
        return true;
    }

    /** FNV-1a of 64 bits, with its upper bits mixed into the lower ones, which choose the place. */
    private static long hash(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
