package io.deskpulse.streaming.reasons;

import java.io.Serializable;
import java.util.List;

/**
 * One attribute of products that complaints name.
 *
 * @param code what rows call it, lower case, such as {@code size}
 * @param zh its Chinese name
 * @param en its English name
 * @param synonyms what people write for it, Chinese before English; {@code …} stands for a few words
 */
public record AttributeEntry(String code, String zh, String en, List<String> synonyms) implements Serializable {
    /** Copies the list. */
    public AttributeEntry {
        synonyms = List.copyOf(synonyms);
    }
}
