package io.deskpulse.streaming.topics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Words that a shop's own file has for one topic and a later release for another: they are the shop's, from the version on that has
 * them. Words of the first bundled version are not, as files were written that go without them.
 */
final class SharedWords {
    private final Map<String, String> ofShop = new HashMap<>();
    private final Set<String> ofReleases = new HashSet<>();

    /** What a bundled version after the first changes, without what is the shop's by then. */
    TopicChange released(TopicChange change) {
        TopicChange spared = change.sparing(ofShop);
        spared.topics().forEach(topic -> ofReleases.addAll(topic.synonyms()));
        ofReleases.addAll(spared.nothing());
        return spared;
    }

    /** Topics by the words of releases that are the shop's from this change of its file on. */
    Map<String, String> taken(TopicChange change) {
        Map<String, String> taken = new HashMap<>();
        change.topics()
                .forEach(topic -> topic.synonyms().forEach(word -> {
                    ofShop.putIfAbsent(word, topic.code());
                    if (ofReleases.contains(word)) {
                        taken.put(word, topic.code());
                    }
                }));
        return taken;
    }
}
