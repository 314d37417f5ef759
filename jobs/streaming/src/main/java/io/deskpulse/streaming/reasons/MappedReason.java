package io.deskpulse.streaming.reasons;

/**
 * What a label and a text were mapped to.
 *
 * @param code of the reason; empty when none was found
 * @param attribute code of the attribute that is named with the reason; empty when none is
 * @param unmapped whether something was written of which nobody knows what it means: neither a reason, nor that nothing is wrong, such
 *     as a change of mind
 */
public record MappedReason(String code, String attribute, boolean unmapped) {
    /** Nothing was written, or what was written says that nothing is wrong. */
    public static final MappedReason NONE = new MappedReason("", "", false);

    /** Nobody knows what was written. */
    public static final MappedReason UNMAPPED = new MappedReason("", "", true);

    /** Whether a reason was found. */
    public boolean isMapped() {
        return !code.isEmpty();
    }
}
