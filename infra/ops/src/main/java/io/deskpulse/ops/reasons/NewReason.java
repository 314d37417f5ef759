package io.deskpulse.ops.reasons;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file of reasons shall be given: a reason of its own, or more words for a bundled one.
 *
 * @param code of the reason
 * @param zh its Chinese name; null for a bundled reason, as the next two
 * @param en its English name
 * @param kind quality, logistics or service
 * @param zhSynonyms what people write for it in Chinese
 * @param enSynonyms and in English
 */
public record NewReason(
        String code, String zh, String en, String kind, List<String> zhSynonyms, List<String> enSynonyms) {
    /** Copies the lists. */
    public NewReason {
        zhSynonyms = List.copyOf(zhSynonyms);
        enSynonyms = List.copyOf(enSynonyms);
    }

    /**
     * The lines of its entry, the first of which begins with a hyphen.
     *
     * @throws UserError when they would give a bundled reason nothing
     */
    List<String> lines(ReasonTaxonomy bundled) {
        boolean isBare = zh == null && en == null && kind == null && zhSynonyms.isEmpty() && enSynonyms.isEmpty();
        if (isBare) {
            throw new UserError("Nothing was added: give reason '" + code + "' words with --zh-synonym or --en-synonym,"
                    + " or names and a kind when it is new.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("- code: " + EntryLines.quoted(code));
        EntryLines.text(lines, "  zh: ", zh);
        EntryLines.text(lines, "  en: ", en);
        EntryLines.text(lines, "  kind: ", kind);
        if (bundled.indexOf(code) < 0) {
            lines.add("  edition: " + bundled.edition());
        }
        if (!zhSynonyms.isEmpty() || !enSynonyms.isEmpty()) {
            lines.add("  synonyms:");
            EntryLines.list(lines, zhSynonyms, "    zh: ");
            EntryLines.list(lines, enSynonyms, "    en: ");
        }
        return lines;
    }
}
