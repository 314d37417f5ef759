package io.deskpulse.digest.defects;

import io.deskpulse.metrics.privacy.TextRedaction;
import java.time.Instant;

/**
 * An item as the view {@code defects_at} has it.
 *
 * @param attribute what is wrong, as feeds call it: the key of the item, not for people to read
 * @param state NEW, ACKNOWLEDGED, FIXING, FIXED, NOT_A_DEFECT or REOPENED
 * @param owner null when nobody has it
 * @param due a date; null when none is named
 * @param daysOpen days since it was first seen; null when it is mended or no defect
 * @param fixedAt null when nobody says that it is mended
 * @param note the latest word; null when there is none
 */
public record StoredDefect(
        String shop,
        String id,
        String sku,
        String attribute,
        String state,
        String owner,
        String due,
        long cases,
        long buyers,
        Instant firstSeenAt,
        Instant lastSeenAt,
        Long daysOpen,
        Instant fixedAt,
        String note,
        String saidBy,
        Instant saidAt) {
    /** What is wrong, for people: without what a feed may have written of a person. */
    public String what() {
        return TextRedaction.redact(attribute);
    }
}
