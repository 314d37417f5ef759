package io.deskpulse.streaming.topics;

import io.deskpulse.metrics.responsetime.TopicCause;
import io.deskpulse.streaming.reasons.Synonyms;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One topic of the taxonomy.
 *
 * @param code what rows call it, capitals, such as {@code SIZE}
 * @param zh its Chinese name
 * @param en its English name
 * @param cause what it is counted against
 * @param labels what feeds call it; found as a whole only
 * @param synonyms what people write for it, Chinese before English; {@code …} stands for a few words
 */
public record TopicEntry(
        String code, String zh, String en, TopicCause cause, List<String> labels, List<String> synonyms)
        implements Serializable {
    /** Copies the lists. */
    public TopicEntry {
        labels = List.copyOf(labels);
        synonyms = List.copyOf(synonyms);
    }

    /** The same with more words, and without some. */
    TopicEntry with(List<String> moreLabels, List<String> moreSynonyms, Set<String> without) {
        return new TopicEntry(
                code,
                zh,
                en,
                cause,
                kept(Synonyms.joined(labels, moreLabels), without),
                kept(Synonyms.joined(synonyms, moreSynonyms), without));
    }

    /** The same without words that other topics alone may have, by their codes. */
    TopicEntry sparing(Map<String, String> taken) {
        return new TopicEntry(
                code,
                zh,
                en,
                cause,
                labels,
                synonyms.stream()
                        .filter(word -> taken.getOrDefault(word, code).equals(code))
                        .toList());
    }

    private static List<String> kept(List<String> words, Set<String> without) {
        return words.stream().filter(word -> !without.contains(word)).toList();
    }
}
