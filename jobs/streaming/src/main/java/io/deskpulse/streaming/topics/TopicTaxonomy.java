package io.deskpulse.streaming.topics;

import io.deskpulse.streaming.reasons.Synonyms;
import io.deskpulse.streaming.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics of questions, by the time of the message: a change holds for what is sent from its instant on, so that reading the same
 * messages again gives the same topics.
 */
public final class TopicTaxonomy implements Serializable {
    /** The taxonomy that comes with the build. */
    static final String RESOURCE = "/topics/taxonomy.yaml";

    private static final long serialVersionUID = 1L;

    private final List<TopicVersion> versions;

    private TopicTaxonomy(List<TopicVersion> versions) {
        this.versions = List.copyOf(versions);
    }

    /**
     * What all changes make together, in the order of their instants; of one instant the bundled ones first. A word that a shop's own
     * file has for a topic stays with it when a release has it for another.
     */
    static TopicTaxonomy of(List<TopicChange> changes) {
        SharedWords shared = new SharedWords();
        Map<String, TopicEntry> entries = new LinkedHashMap<>();
        List<String> nothing = List.of();
        String bundled = "";
        String own = "";
        List<TopicVersion> versions = new ArrayList<>();
        List<TopicChange> ordered = changes.stream()
                .sorted(Comparator.comparingLong(TopicChange::fromMillis)
                        .thenComparing(TopicChange::bundled, Comparator.reverseOrder()))
                .toList();
        for (TopicChange any : ordered) {
            TopicChange change = any.bundled() && !versions.isEmpty() ? shared.released(any) : any;
            Map<String, String> taken = change.bundled() ? Map.of() : shared.taken(change);
            entries.replaceAll((code, entry) -> entry.sparing(taken));
            nothing = nothing.stream().filter(word -> !taken.containsKey(word)).toList();
            for (int i = 0; i < change.topics().size(); i++) {
                put(entries, change.topics().get(i), change.without().get(i));
            }
            nothing = Synonyms.joined(nothing, change.nothing());
            bundled = change.bundled() ? change.name() : bundled;
            own = change.bundled() ? own : "+" + change.name();
            if (!versions.isEmpty() && versions.get(versions.size() - 1).fromMillis() == change.fromMillis()) {
                versions.remove(versions.size() - 1);
            }
            versions.add(new TopicVersion(bundled + own, change.fromMillis(), List.copyOf(entries.values()), nothing));
        }
        return new TopicTaxonomy(versions);
    }

    private static void put(Map<String, TopicEntry> entries, TopicEntry entry, Set<String> without) {
        TopicEntry known = entries.get(entry.code());
        entries.put(entry.code(), known == null ? entry : known.with(entry.labels(), entry.synonyms(), without));
    }

    /** The taxonomy that comes with the build. */
    public static TopicTaxonomy bundled() {
        return of(bundledChanges());
    }

    /** What the versions of the taxonomy that comes with the build change. */
    static List<TopicChange> bundledChanges() {
        try (InputStream in = TopicTaxonomy.class.getResourceAsStream(RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            YamlFile<List<TopicChange>> file = YamlFile.read(text, new TopicFileReader(List.of())::read);
            if (!file.problems().isEmpty()) {
                throw new IllegalStateException(
                        RESOURCE + ", " + file.problems().get(0));
            }
            return file.value();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** All versions, the first of which holds since ever, in the order of their instants. */
    public List<TopicVersion> versions() {
        return versions;
    }

    /** The version in force at an instant, milliseconds since the epoch. */
    public TopicVersion at(long millis) {
        return versions.get(placeAt(millis));
    }

    /** The same by its place. */
    int placeAt(long millis) {
        int place = versions.size() - 1;
        while (place > 0 && versions.get(place).fromMillis() > millis) {
            place--;
        }
        return place;
    }

    /** The version that holds from the last change on. */
    public TopicVersion newest() {
        return versions.get(versions.size() - 1);
    }
}
