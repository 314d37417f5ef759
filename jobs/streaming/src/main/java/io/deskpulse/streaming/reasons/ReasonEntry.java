package io.deskpulse.streaming.reasons;

import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One reason of the taxonomy.
 *
 * @param code what rows and states call it, lower case, such as {@code not_received}
 * @param zh its Chinese name
 * @param en its English name
 * @param exposure what leads to such complaints
 * @param general whether it gives way to a reason that says more, as "quality defect" does to "broken"
 * @param edition of the taxonomy with which it came, from 1; places follow editions
 * @param labels what platforms call it in their lists of reasons; found as a whole only
 * @param synonyms what people write for it, Chinese before English; {@code …} stands for a few words
 */
public record ReasonEntry(
        String code,
        String zh,
        String en,
        ExposureType exposure,
        boolean general,
        int edition,
        List<String> labels,
        List<String> synonyms)
        implements Serializable {
    /** What a file says instead of the exposure, in the order in which people are told of them. */
    private static final Map<String, ExposureType> KINDS = kinds();

    /** Copies the lists. */
    public ReasonEntry {
        labels = List.copyOf(labels);
        synonyms = List.copyOf(synonyms);
    }

    /** The words of {@link #kind}. */
    static List<String> kindWords() {
        return List.copyOf(KINDS.keySet());
    }

    /** The exposure that a kind stands for; null when it is no kind. */
    static ExposureType exposureOf(String kind) {
        return KINDS.get(kind);
    }

    /** What is blamed: quality, logistics or service. */
    public String kind() {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue() == exposure)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Map<String, ExposureType> kinds() {
        Map<String, ExposureType> kinds = new LinkedHashMap<>();
        kinds.put("quality", ExposureType.SIGNED);
        kinds.put("logistics", ExposureType.SHIPPED);
        kinds.put("service", ExposureType.CONVERSATION);
        return kinds;
    }

    /** What the detector needs to know of it. */
    public Reason reason() {
        return new Reason(code, exposure);
    }
}
