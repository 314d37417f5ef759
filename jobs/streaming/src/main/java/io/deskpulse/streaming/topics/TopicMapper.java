package io.deskpulse.streaming.topics;

import io.deskpulse.metrics.responsetime.TopicCause;
import io.deskpulse.streaming.reasons.text.Letters;
import io.deskpulse.streaming.reasons.text.Phrases;
import io.deskpulse.streaming.reasons.text.Phrases.Found;
import io.deskpulse.streaming.reasons.text.WordReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Maps messages to topics by one version of the taxonomy.
 *
 * <p>From left to right the longest term is found at each place, and of those found the one that says most decides: a Chinese character
 * is 1, an English word 2; of equal ones the first. One thread at a time; never throws for what is written.
 */
public final class TopicMapper {
    /** What looks like a topic and is none. */
    private static final TopicEntry NOTHING = new TopicEntry("", "", "", TopicCause.ENQUIRERS, List.of(), List.of());

    private final Phrases<TopicEntry> phrases;
    private final Map<String, TopicEntry> labels = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Strongest strongest = new Strongest();

    /** Makes ready, in a second or two the first time, when Lucene reads its dictionary. */
    public TopicMapper(TopicVersion version) {
        phrases = new Phrases<>(new WordReader());
        version.nothing().forEach(term -> term(term, NOTHING, "nothing"));
        for (TopicEntry entry : version.entries()) {
            label(entry.code(), entry);
        }
        for (TopicEntry entry : version.entries()) {
            label(entry.zh(), entry);
            label(entry.en(), entry);
            entry.labels().forEach(label -> label(label, entry));
            for (String synonym : entry.synonyms()) {
                label(synonym, entry);
                term(synonym, entry, entry.code());
            }
        }
    }

    private void label(String label, TopicEntry entry) {
        labels.putIfAbsent(Letters.label(label), entry);
    }

    private void term(String term, TopicEntry entry, String name) {
        if (!phrases.add(term, entry)) {
            remarks.add(
                    "'" + term + "' of '" + name + "' is never found: another topic has it before, or a part of it has"
                            + " no word that says anything");
        }
    }

    /** What synonyms of the taxonomy cannot do, a sentence each; empty when all of them are of use. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** The topic that a feed's label names as a whole; null when the taxonomy does not know it. */
    public TopicEntry ofLabel(String label) {
        return labels.get(Letters.label(label));
    }

    /** The topic of a text; null when it has none. */
    public TopicEntry ofText(String text) {
        strongest.found = null;
        phrases.find(text, strongest);
        return strongest.found == null ? null : strongest.found.of();
    }

    /** Every term in a text, in its order; of what looks like a topic and is none, the topic's code is empty. */
    public List<Found<TopicEntry>> explain(String text) {
        List<Found<TopicEntry>> found = new ArrayList<>();
        phrases.find(text, found::add);
        return found;
    }

    /** Keeps the first of those that say most. */
    private static final class Strongest implements Consumer<Found<TopicEntry>> {
        private Found<TopicEntry> found;

        @Override
        public void accept(Found<TopicEntry> one) {
            if (one.of() != NOTHING && (found == null || one.weight() > found.weight())) {
                found = one;
            }
        }
    }
}
