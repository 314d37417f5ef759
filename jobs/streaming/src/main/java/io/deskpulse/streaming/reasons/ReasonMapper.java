package io.deskpulse.streaming.reasons;

import io.deskpulse.streaming.reasons.Explanation.Source;
import io.deskpulse.streaming.reasons.text.Letters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps what platforms and people write to a reason of the taxonomy and to an attribute of the product.
 *
 * <p>The rule, which needs no chance and no order of events:
 *
 * <ol>
 *   <li>A label that is a code, a name, a label or a synonym as a whole is that reason. Else terms are looked for in it as in a text.
 *   <li>In a text, of terms that overlap the one that says most is found. One behind a negation or a doubt does not count.
 *   <li>The reason whose terms say most together is the text's, a character being 1, an English word 2, terms of general reasons half;
 *       of equal ones the one named first.
 *   <li>A label goes before its text, unless it is general and the text names a reason of the same exposure.
 *   <li>The attribute is the one nearest to the reason in its clauses.
 * </ol>
 *
 * <p>One thread at a time: make one for each task, when it opens. Never throws for what is written.
 */
public final class ReasonMapper {
    private static final int LABELS_KEPT = 1_000;
    private static final int LONGEST_KEPT = 60;

    private final ReasonTaxonomy taxonomy;
    private final ReasonSearch search;
    /** By label in one spelling; null stands for "no complaint". */
    private final Map<String, ReasonEntry> exact = new HashMap<>();

    private final List<String> remarks = new ArrayList<>();

    /** Labels are few and come again and again. */
    private final Map<String, Explanation> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Explanation> eldest) {
            return size() > LABELS_KEPT;
        }
    };

    /** Makes ready, in a second or two the first time, when Lucene reads its dictionary. */
    public ReasonMapper(ReasonTaxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.search = new ReasonSearch(taxonomy);
        remarks.addAll(search.remarks());
        taxonomy.entries().forEach(entry -> know(entry.code(), entry));
        taxonomy.cues().noComplaint().forEach(word -> know(word, null));
        for (ReasonEntry entry : taxonomy.entries()) {
            know(entry.zh(), entry);
            know(entry.en(), entry);
            entry.labels().forEach(label -> know(label, entry));
            entry.synonyms().forEach(synonym -> know(synonym, entry));
        }
    }

    private void know(String word, ReasonEntry entry) {
        String label = Letters.label(word);
        if (!exact.containsKey(label)) {
            exact.put(label, entry);
        } else if (exact.get(label) != entry) {
            remarks.add("'" + word + "' of '" + name(entry) + "' is that of '" + name(exact.get(label))
                    + "' already, which comes first");
        }
    }

    private static String name(ReasonEntry entry) {
        return entry == null ? "no_complaint" : entry.code();
    }

    /** What synonyms and labels of the taxonomy cannot do, a sentence each; empty when all of them are of use. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /**
     * Maps one thing that is written, or one of two.
     *
     * @param label what was chosen from a platform's list; null or blank when nothing was
     * @param text free text; null or blank when there is none
     */
    public MappedReason map(String label, String text) {
        return explain(label, text).mapped();
    }

    /** The same, with why. */
    public Explanation explain(String label, String text) {
        Explanation ofLabel = ofLabel(label);
        ReasonEntry chosen = taxonomy.entry(ofLabel.mapped().code());
        if (isBlank(text)) {
            return ofLabel;
        }
        Explanation ofText = ofText(text);
        ReasonEntry written = taxonomy.entry(ofText.mapped().code());
        if (chosen == null) {
            boolean saysNothing = ofText.source() == Source.NOTHING && !isBlank(label);
            return saysNothing ? ofLabel : ofText;
        }
        boolean saysMore = written == chosen ? !ofText.mapped().attribute().isEmpty() : chosen.general();
        return written != null && saysMore && written.exposure() == chosen.exposure() ? ofText : ofLabel;
    }

    private Explanation ofLabel(String label) {
        if (isBlank(label)) {
            return new Explanation(MappedReason.NONE, Source.NOTHING, List.of());
        }
        Explanation known = kept.get(label);
        if (known == null) {
            known = whole(label, Source.LABEL);
            known = known == null ? inWordsOf(label) : known;
            if (label.length() <= LONGEST_KEPT) {
                kept.put(label, known);
            }
        }
        return known;
    }

    private Explanation inWordsOf(String label) {
        Explanation found = search.search(label);
        Source source = found.source() == Source.TEXT ? Source.WORDS_OF_LABEL : found.source();
        return new Explanation(found.mapped(), source, found.findings());
    }

    private Explanation ofText(String text) {
        Explanation whole = text.length() <= LONGEST_KEPT ? whole(text, Source.TEXT) : null;
        return whole == null ? search.search(text) : whole;
    }

    /** Null when the whole is nothing that the taxonomy has. */
    private Explanation whole(String written, Source source) {
        String label = Letters.label(written);
        if (!exact.containsKey(label)) {
            return null;
        }
        ReasonEntry entry = exact.get(label);
        MappedReason mapped =
                entry == null ? MappedReason.NONE : new MappedReason(entry.code(), search.attributeOf(written), false);
        return new Explanation(mapped, source, List.of());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
