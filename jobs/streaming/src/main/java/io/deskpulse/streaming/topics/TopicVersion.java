package io.deskpulse.streaming.topics;

import java.io.Serializable;
import java.util.List;

/**
 * The taxonomy as it is from an instant on, until the next version begins.
 *
 * @param name what rows call it: the bundled version, behind a {@code +} that of a file which extends it
 * @param fromMillis since when, milliseconds since the epoch; {@link Long#MIN_VALUE} for the first
 * @param entries all topics, codes once
 * @param nothing what looks like a topic and is none; of two terms that overlap, the longer is found
 */
public record TopicVersion(String name, long fromMillis, List<TopicEntry> entries, List<String> nothing)
        implements Serializable {
    /** Copies the lists. */
    public TopicVersion {
        entries = List.copyOf(entries);
        nothing = List.copyOf(nothing);
    }

    /** The topic of a code; null when there is none. */
    public TopicEntry entry(String code) {
        return entries.stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
