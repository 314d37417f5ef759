package io.deskpulse.streaming.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a version of a file changes.
 *
 * @param name of the version
 * @param fromMillis since when, milliseconds since the epoch
 * @param bundled whether it is of the taxonomy that comes with the build
 * @param topics new topics, and more words for others, whose names and cause are null then
 * @param without what each of them, by its place, is no longer found by
 * @param nothing more of what looks like a topic and is none
 */
record TopicChange(
        String name,
        long fromMillis,
        boolean bundled,
        List<TopicEntry> topics,
        List<Set<String>> without,
        List<String> nothing) {

    /**
     * The same without words that are taken.
     *
     * @param taken topics by the words that they alone may have
     */
    TopicChange sparing(Map<String, String> taken) {
        List<TopicEntry> kept =
                topics.stream().map(topic -> topic.sparing(taken)).toList();
        return new TopicChange(
                name,
                fromMillis,
                bundled,
                kept,
                without,
                nothing.stream().filter(word -> !taken.containsKey(word)).toList());
    }
}
