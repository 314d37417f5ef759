package io.deskpulse.streaming.reasons;

import io.deskpulse.streaming.reasons.Explanation.Finding;
import io.deskpulse.streaming.reasons.Explanation.Source;
import io.deskpulse.streaming.reasons.text.Hit;
import io.deskpulse.streaming.reasons.text.Lexicon;
import io.deskpulse.streaming.reasons.text.WordReader;
import io.deskpulse.streaming.reasons.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the reason that a text gives, by the rule of {@link ReasonMapper}. Not safe for use by several threads at once. */
final class ReasonSearch {
    private static final int REACH_OF_NEGATION = 3;
    private static final int REACH_OF_DOUBT = 8;
    private static final String NEGATED = "negated by ";
    private static final String IN_DOUBT = "in doubt by ";

    private final WordReader reader = new WordReader();
    private final Lexicon<ReasonEntry> reasons = new Lexicon<>();
    private final Lexicon<AttributeEntry> attributes = new Lexicon<>();
    private final Lexicon<Cue> cues = new Lexicon<>();
    private final List<String> remarks = new ArrayList<>();

    ReasonSearch(ReasonTaxonomy taxonomy) {
        for (ReasonEntry entry : taxonomy.entries()) {
            add(reasons, entry, entry.code(), Synonyms.joined(List.of(entry.zh(), entry.en()), entry.synonyms()));
        }
        for (AttributeEntry entry : taxonomy.attributes()) {
            add(attributes, entry, entry.code(), Synonyms.joined(List.of(entry.zh(), entry.en()), entry.synonyms()));
        }
        Cues words = taxonomy.cues();
        add(cues, Cue.NO_COMPLAINT, "no_complaint", words.noComplaint());
        add(cues, Cue.NEGATION, "negations", words.negations());
        add(cues, Cue.NOT_NEGATION, "not_negations", words.notNegations());
        add(cues, Cue.DOUBT, "doubts", words.doubts());
        add(cues, Cue.TURN, "turns", words.turns());
    }

    private <T> void add(Lexicon<T> lexicon, T of, String name, List<String> terms) {
        for (String term : terms) {
            if (!lexicon.add(term, of, reader)) {
                remarks.add("'" + term + "' of '" + name
                        + "' is never found in a text: a part of it has no word that says anything");
            }
        }
    }

    /** What the terms of the taxonomy cannot do. */
    List<String> remarks() {
        return remarks;
    }

    /** The reason and the attribute of a text. */
    Explanation search(String text) {
        Words words = reader.read(text);
        List<Hit<ReasonEntry>> hits = longest(reasons.find(words));
        List<Hit<Cue>> around = longest(cues.find(words));
        around.removeIf(cue -> cue.of() != Cue.NO_COMPLAINT && hits.stream().anyMatch(cue::overlaps));
        List<Finding> findings = new ArrayList<>();
        List<Hit<ReasonEntry>> meant = new ArrayList<>();
        for (Hit<ReasonEntry> hit : hits) {
            String refused = refused(hit, around, words);
            findings.add(new Finding(hit.of().code(), hit.term(), weight(hit), refused));
            if (refused.isEmpty()) {
                meant.add(hit);
            }
        }
        ReasonEntry strongest = strongest(meant);
        if (strongest != null) {
            meant.removeIf(hit -> hit.of() != strongest);
            String attribute = attribute(meant, longest(attributes.find(words)), words);
            return new Explanation(new MappedReason(strongest.code(), attribute, false), Source.TEXT, findings);
        }
        boolean saysWhy = around.stream().anyMatch(cue -> cue.of() == Cue.NO_COMPLAINT);
        MappedReason none = words.size() == 0 || saysWhy ? MappedReason.NONE : MappedReason.UNMAPPED;
        return new Explanation(none, saysWhy ? Source.TEXT : Source.NOTHING, findings);
    }

    /** The attribute that a label names first; empty when it names none. */
    String attributeOf(String label) {
        List<Hit<AttributeEntry>> named = longest(attributes.find(reader.read(label)));
        return named.isEmpty() ? "" : named.get(0).of().code();
    }

    /** Of hits that share a piece, that which says most, then the first; in the order of the text. */
    private static <T> List<Hit<T>> longest(List<Hit<T>> hits) {
        List<Hit<T>> chosen = new ArrayList<>();
        hits.stream()
                .sorted(Comparator.comparingInt((Hit<T> hit) -> -hit.weight()).thenComparingInt(Hit::first))
                .filter(hit -> chosen.stream().noneMatch(hit::overlaps))
                .forEach(chosen::add);
        chosen.sort(Comparator.comparingInt(Hit::first));
        return chosen;
    }

    private static int weight(Hit<ReasonEntry> hit) {
        return hit.of().general() ? hit.weight() : 2 * hit.weight();
    }

    private static String refused(Hit<ReasonEntry> hit, List<Hit<Cue>> around, Words words) {
        List<Hit<Cue>> negations = around.stream()
                .filter(cue -> reaches(cue, Cue.NEGATION, REACH_OF_NEGATION, hit, around, words))
                .toList();
        if (negations.size() % 2 == 1) {
            return NEGATED + negations.get(0).term();
        }
        return around.stream()
                .filter(cue -> reaches(cue, Cue.DOUBT, REACH_OF_DOUBT, hit, around, words))
                .map(cue -> IN_DOUBT + cue.term())
                .findFirst()
                .orElse("");
    }

    /** Whether a cue stands before a part of the hit, in its clause, near enough, and nothing turns between them. */
    private static boolean reaches(
            Hit<Cue> cue, Cue kind, int reach, Hit<ReasonEntry> hit, List<Hit<Cue>> around, Words words) {
        int part = hit.pieces().nextSetBit(cue.last() + 1);
        if (cue.of() != kind || part < 0) {
            return false;
        }
        return words.inOneClause(cue.last(), part)
                && words.between(cue.last(), part) <= reach
                && around.stream()
                        .noneMatch(turn -> turn.of() == Cue.TURN && turn.first() > cue.last() && turn.last() < part);
    }

    /** The reason whose terms say most together, each counted once; then the one named first. Null when there is none. */
    private static ReasonEntry strongest(List<Hit<ReasonEntry>> hits) {
        Map<ReasonEntry, Integer> strengths = new LinkedHashMap<>();
        Set<String> counted = new HashSet<>();
        for (Hit<ReasonEntry> hit : hits) {
            if (counted.add(hit.term())) {
                strengths.merge(hit.of(), weight(hit), Integer::sum);
            }
        }
        ReasonEntry strongest = null;
        for (Map.Entry<ReasonEntry, Integer> entry : strengths.entrySet()) {
            if (strongest == null || entry.getValue() > strengths.get(strongest)) {
                strongest = entry.getKey();
            }
        }
        return strongest;
    }

    /** The attribute nearest to a term of the reason, in one of its clauses; then the one named first. Empty when there is none. */
    private static String attribute(List<Hit<ReasonEntry>> reasons, List<Hit<AttributeEntry>> attributes, Words words) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (Hit<AttributeEntry> attribute : attributes) {
            for (Hit<ReasonEntry> reason : reasons) {
                int distance = distance(attribute, reason, words);
                if (distance < least) {
                    least = distance;
                    nearest = attribute.of().code();
                }
            }
        }
        return nearest;
    }

    private static int distance(Hit<AttributeEntry> attribute, Hit<ReasonEntry> reason, Words words) {
        if (attribute.overlaps(reason)) {
            return 0;
        }
        int before = reason.pieces().previousSetBit(attribute.first());
        int after = reason.pieces().nextSetBit(attribute.last());
        int distance = Integer.MAX_VALUE;
        if (before >= 0 && words.inOneClause(before, attribute.first())) {
            distance = 1 + words.between(before, attribute.first());
        }
        if (after >= 0 && words.inOneClause(attribute.last(), after)) {
            distance = Math.min(distance, 1 + words.between(attribute.last(), after));
        }
        return distance;
    }
}
