package io.deskpulse.streaming.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent.Claim;
import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.streaming.reasons.MappedReason;
import io.deskpulse.streaming.reasons.ReasonMapper;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.io.Serializable;
import java.util.Set;

/**
 * What labels and texts of people say, as far as complaints need it: a reason, an attribute of the product, and the words, redacted,
 * where the shop wants them kept. Runs at the source; nothing else of the text leaves it.
 */
public final class ClaimReader implements Serializable {
    /** Longer words are cut off. */
    private static final int MAX_QUOTE_LENGTH = 500;

    /** The reason of a bad review whose words name none, or that has no words. */
    private static final String LOW_RATING = "low_rating";

    private static final long serialVersionUID = 1L;

    private final ReasonTaxonomy taxonomy;
    private final Set<String> quotingShops;
    private transient ReasonMapper mapper;

    /**
     * A reader.
     *
     * @param quotingShops shops that want words kept
     */
    public ClaimReader(ReasonTaxonomy taxonomy, Set<String> quotingShops) {
        this.taxonomy = taxonomy;
        this.quotingShops = Set.copyOf(quotingShops);
    }

    /** Of what is a complaint whatever its reason: one that nobody knows is the empty one. */
    Claim complaint(String shopId, String label, String otherLabel, String text) {
        MappedReason found = map(label, text);
        if (!found.isMapped() && otherLabel != null) {
            MappedReason other = map(otherLabel, null);
            found = other.isMapped() ? other : found;
        }
        return claim(shopId, found, text);
    }

    /** Of a review of few stars, whose stars complain where its words do not. */
    Claim review(String shopId, String text) {
        MappedReason found = map(null, text);
        return claim(shopId, found.isMapped() ? found : new MappedReason(LOW_RATING, "", false), text);
    }

    /**
     * Of what is a complaint only for its reason, as a refund is: null when its reason blames nobody.
     *
     * @param blames whether something else than the reason says that it is one
     */
    Claim reasoned(String shopId, String label, boolean blames) {
        MappedReason found = map(label, null);
        return blames || found.isMapped() || found.unmapped() ? claim(shopId, found, null) : null;
    }

    /**
     * The code of an attribute that a shop names; as the shop names it, redacted, where the taxonomy knows none. Empty when it names none.
     */
    String attribute(String name) {
        return name == null ? "" : TextRedaction.redact(taxonomy.attributeCode(name));
    }

    private MappedReason map(String label, String text) {
        mapper = mapper == null ? new ReasonMapper(taxonomy) : mapper;
        return mapper.map(label, text);
    }

    private Claim claim(String shopId, MappedReason found, String text) {
        String attribute = found.attribute().isEmpty() ? null : found.attribute();
        return new Claim(found.code(), attribute, quotingShops.contains(shopId) ? quote(text) : null);
    }

    private static String quote(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String redacted = TextRedaction.redact(text.strip());
        if (redacted.length() <= MAX_QUOTE_LENGTH) {
            return redacted;
        }
        boolean splitsCharacter = Character.isHighSurrogate(redacted.charAt(MAX_QUOTE_LENGTH - 1));
        return redacted.substring(0, splitsCharacter ? MAX_QUOTE_LENGTH - 1 : MAX_QUOTE_LENGTH);
    }
}
