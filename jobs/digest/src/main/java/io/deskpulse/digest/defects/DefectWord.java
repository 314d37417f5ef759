package io.deskpulse.digest.defects;

import io.deskpulse.metrics.privacy.TextRedaction;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody says of an item.
 *
 * @param action what became of it
 * @param holdsFrom since when it is so; of a fix, since when products leave mended
 * @param owner who mends it; null when the word names nobody
 * @param due until when; null when the word names no day
 * @param note why
 * @param by who says so
 */
public record DefectWord(Action action, Instant holdsFrom, String owner, LocalDate due, String note, String by) {
    /** The same without personal data: it goes to mails and chats. Names of colleagues stay. */
    public DefectWord redacted() {
        return new DefectWord(
                action,
                holdsFrom,
                TextRedaction.redactColleague(owner),
                due,
                TextRedaction.redact(note),
                TextRedaction.redactColleague(by));
    }

    /** What people do about an item. */
    public enum Action {
        /** Somebody has read of it and agrees. */
        ACKNOWLEDGED,
        /** Somebody mends it. */
        FIXING,
        /** Products leave mended. */
        FIXED,
        /** It is none. */
        NOT_A_DEFECT,
        /** Somebody else has it from now on; its state stays. */
        ASSIGNED
    }
}
