package io.deskpulse.streaming.reasons;

import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.streaming.reasons.text.Letters;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The reasons of complaints and the attributes of products, each with what people write for it.
 *
 * <p>The state of detectors knows a reason by its place. So places never change: they follow the editions of the bundled taxonomy, and
 * in each edition the bundled reasons come before those that a shop's own file adds to it, in the order of that file. A new release
 * adds an edition behind all of them.
 */
public final class ReasonTaxonomy implements Serializable {
    /** The taxonomy that comes with the build. */
    static final String RESOURCE = "/reasons/taxonomy.yaml";

    private static final long serialVersionUID = 1L;

    private final int edition;
    private final List<ReasonEntry> entries;
    private final List<AttributeEntry> attributes;
    private final Cues cues;
    private final Map<String, Integer> places = new HashMap<>();

    /** Made by {@link ReasonFile}, which checks the parts: entries in the order of their places, codes once. */
    ReasonTaxonomy(int edition, List<ReasonEntry> entries, List<AttributeEntry> attributes, Cues cues) {
        this.edition = edition;
        this.entries = List.copyOf(entries);
        this.attributes = List.copyOf(attributes);
        this.cues = cues;
        for (ReasonEntry entry : this.entries) {
            places.put(entry.code(), places.size());
        }
    }

    /** The taxonomy that comes with the build. */
    public static ReasonTaxonomy bundled() {
        try (InputStream in = ReasonTaxonomy.class.getResourceAsStream(RESOURCE)) {
            ReasonFile file = ReasonFile.parseBundled(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!file.problems().isEmpty()) {
                throw new IllegalStateException(
                        RESOURCE + ", " + file.problems().get(0));
            }
            return file.taxonomy();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** The newest edition of the bundled taxonomy, from 1; a reason that a file adds today belongs to it. */
    public int edition() {
        return edition;
    }

    /** All reasons as the detector knows them, in the order of their places. */
    public List<Reason> reasons() {
        return entries.stream().map(ReasonEntry::reason).toList();
    }

    /** The codes of all reasons, in the order of their places. */
    public List<String> codes() {
        return entries.stream().map(ReasonEntry::code).toList();
    }

    /** All reasons with their names and synonyms, in the order of their places. */
    public List<ReasonEntry> entries() {
        return entries;
    }

    /** All attributes, in no order that anything depends on. */
    public List<AttributeEntry> attributes() {
        return attributes;
    }

    /** The code of the attribute that has this code, name or synonym as a whole; the name itself when none has. */
    public String attributeCode(String name) {
        String label = Letters.label(name);
        for (AttributeEntry attribute : attributes) {
            if (Stream.concat(
                            Stream.of(attribute.code(), attribute.zh(), attribute.en()), attribute.synonyms().stream())
                    .anyMatch(word -> Letters.label(word).equals(label))) {
                return attribute.code();
            }
        }
        return name;
    }

    /** The place of a reason, from 0; -1 when there is no such code. */
    public int indexOf(String code) {
        return places.getOrDefault(code, -1);
    }

    /** The reason of a code; null when there is none. */
    public ReasonEntry entry(String code) {
        Integer place = places.get(code);
        return place == null ? null : entries.get(place);
    }

    Cues cues() {
        return cues;
    }

    /**
     * What a taxonomy may not do to an earlier one, a sentence for each reason that left its place; empty when it only grew.
     *
     * @param earlier the codes of the earlier one, in the order of their places
     */
    public List<String> changesSince(List<String> earlier) {
        List<String> changes = new ArrayList<>();
        for (int place = 0; place < earlier.size(); place++) {
            String code = earlier.get(place);
            int now = indexOf(code);
            if (now < 0) {
                changes.add("reason '" + code + "' had place " + place
                        + " and is gone; keep it, without synonyms if it shall find nothing");
            } else if (now != place) {
                changes.add("reason '" + code + "' had place " + place + " and has " + now
                        + " now; new reasons stand at the end of the file, with the newest edition");
            }
        }
        return changes;
    }
}
