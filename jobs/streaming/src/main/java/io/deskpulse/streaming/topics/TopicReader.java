package io.deskpulse.streaming.topics;

import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.metrics.responsetime.Topic;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The topic of a message, by the version of the taxonomy that was in force when it was sent. Runs at the source: of a text nothing but
 * a code of the taxonomy leaves it.
 *
 * <p>What the feed says goes first: a code, name or synonym of the taxonomy is that topic, any other label is kept as it is unless it is
 * too long for one or holds personal data. Then the text is read, unless that is switched off. One thread at a time, as each task has
 * a copy of its own.
 */
public final class TopicReader implements Serializable {
    private static final int LONGEST_LABEL = 40;
    private static final int LABELS_KEPT = 1_000;
    private static final long serialVersionUID = 1L;

    private final TopicTaxonomy taxonomy;
    private final boolean readsTexts;
    private transient TopicMapper[] mappers;
    private transient Map<Labelled, Optional<Topic>> kept;

    /** A label under a version of the taxonomy, by its place. */
    private record Labelled(int version, String label) {}

    /**
     * A reader.
     *
     * @param readsTexts whether texts are read, or what the feed says alone counts
     */
    public TopicReader(TopicTaxonomy taxonomy, boolean readsTexts) {
        this.taxonomy = taxonomy;
        this.readsTexts = readsTexts;
    }

    /**
     * The topic of a message.
     *
     * @param timeMillis when it was sent, milliseconds since the epoch
     * @param label what the feed calls its topic; may be null or blank
     * @param text what was said; may be null or blank
     * @return null when there is none
     */
    public Topic topic(long timeMillis, String label, String text) {
        int version = taxonomy.placeAt(timeMillis);
        Topic topic = label == null || label.isBlank() ? null : ofLabel(version, label);
        if (topic == null && readsTexts && text != null && !text.isBlank()) {
            TopicEntry found = mapper(version).ofText(text);
            topic = found == null ? null : topic(found, version);
        }
        return topic;
    }

    /** Labels are few and come again and again. */
    private Topic ofLabel(int version, String label) {
        if (kept == null || kept.size() >= LABELS_KEPT) {
            kept = new HashMap<>();
        }
        return kept.computeIfAbsent(new Labelled(version, label), this::read).orElse(null);
    }

    private Optional<Topic> read(Labelled labelled) {
        String label = labelled.label().strip();
        if (label.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        TopicEntry known = mapper(labelled.version()).ofLabel(label);
        if (known != null) {
            return Optional.of(topic(known, labelled.version()));
        }
        boolean isPersonal = !TextRedaction.redactLabel(label).equals(label);
        return isPersonal ? Optional.empty() : Optional.of(new Topic(label, name(labelled.version()), null));
    }

    private Topic topic(TopicEntry entry, int version) {
        return new Topic(entry.code(), name(version), entry.cause());
    }

    private String name(int version) {
        return taxonomy.versions().get(version).name();
    }

    private TopicMapper mapper(int version) {
        if (mappers == null) {
            mappers = new TopicMapper[taxonomy.versions().size()];
        }
        if (mappers[version] == null) {
            mappers[version] = new TopicMapper(taxonomy.versions().get(version));
        }
        return mappers[version];
    }
}
