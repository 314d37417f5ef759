package io.deskpulse.ops.forecasts;

import io.deskpulse.ops.UserError;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Who said something of forecasts, when, and why.
 *
 * @param by who
 * @param at when
 * @param reason why
 */
public record Said(String by, Instant at, String reason) {
    private static final int NAME_LENGTH = 8;

    /** Refuses what nobody could ask about later. */
    public Said {
        if (by.isBlank() || reason.isBlank()) {
            throw new UserError("--by and --reason must not be empty: somebody will ask who said so, and why.");
        }
        by = by.strip();
        reason = reason.strip();
    }

    /** A short name for something new. */
    public static String newName() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, NAME_LENGTH)
                .toLowerCase(Locale.ROOT);
    }
}
