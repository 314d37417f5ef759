package io.deskpulse.imports.report;

import java.util.Map;
import java.util.TreeMap;

/** Counts by what is counted, sorted by it; of very many different things the rest is counted together. */
public final class Tally {
    private static final int MOST = 1_000;
    private static final String OTHERS = "others";

    private final Map<String, Long> counts = new TreeMap<>();

    /** Counts one. */
    public void add(String what) {
        add(what, 1);
    }

    /** Counts several. */
    public void add(String what, long times) {
        if (times > 0) {
            counts.merge(counts.size() < MOST || counts.containsKey(what) ? what : OTHERS, times, Long::sum);
        }
    }

    /** How often something was counted. */
    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** All of it. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts by name. */
    public Map<String, Long> counts() {
        return counts;
    }
}
