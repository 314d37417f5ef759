package io.deskpulse.imports.sorting;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What is sorted: by the key, then by the value, both as unsigned bytes.
 *
 * @param key decides where it goes
 * @param value goes with it
 */
public record Entry(byte[] key, byte[] value) {
    /** The order. */
    public static final Comparator<Entry> ORDER = (left, right) -> {
        int byKey = Arrays.compareUnsigned(left.key, right.key);
        return byKey != 0 ? byKey : Arrays.compareUnsigned(left.value, right.value);
    };
}
