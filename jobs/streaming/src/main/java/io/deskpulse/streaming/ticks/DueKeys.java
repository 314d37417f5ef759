package io.deskpulse.streaming.ticks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which keys have events waiting for the end of which tick; a key may be told of several times, and may have been served meanwhile. */
final class DueKeys {
    private final TreeMap<Long, List<String>> byEnd = new TreeMap<>();
    /** The tick told of last: most events are of the newest. */
    private long lastEnd = Long.MAX_VALUE;

    private List<String> last;

    /** Adds a key that waits for the end of a tick. */
    void add(long endMillis, String key) {
        if (endMillis != lastEnd) {
            last = byEnd.computeIfAbsent(endMillis, end -> new ArrayList<>());
            lastEnd = endMillis;
        }
        last.add(key);
    }

    /** Whether a key waits for a tick that has ended by an instant. */
    boolean isDue(long millis) {
        return !byEnd.isEmpty() && byEnd.firstKey() <= millis;
    }

    /** When the next tick ends that a key waits for. */
    long nextEnd() {
        return byEnd.firstKey();
    }

    /** Takes the keys that wait for the next tick. */
    List<String> take() {
        Map.Entry<Long, List<String>> first = byEnd.pollFirstEntry();
        lastEnd = first.getKey() == lastEnd ? Long.MAX_VALUE : lastEnd;
        return first.getValue();
    }
}
