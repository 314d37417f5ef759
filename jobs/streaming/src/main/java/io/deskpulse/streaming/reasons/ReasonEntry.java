package io.deskpulse.streaming.reasons;

import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.io.Serializable;
import java.util.List;

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
    /** Copies the lists. */
    public ReasonEntry {
        labels = List.copyOf(labels);
        synonyms = List.copyOf(synonyms);
    }

    /** What the detector needs to know of it. */
    public Reason reason() {
        return new Reason(code, exposure);
    }
}
