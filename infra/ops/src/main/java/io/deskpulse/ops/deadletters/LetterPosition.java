package io.deskpulse.ops.deadletters;

import io.deskpulse.ops.UserError;

/** Place of a letter in the dead-letter topic, written {@code partition:offset}. */
public record LetterPosition(int partition, long offset) {
    /**
     * Reads {@code partition:offset}, or an offset alone, which is one of partition 0.
     *
     * @throws UserError when it is neither
     */
    public static LetterPosition parse(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 1) {
                return new LetterPosition(0, Long.parseLong(parts[0]));
            }
            if (parts.length == 2) {
                return new LetterPosition(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UserError("A dead letter is named PARTITION:OFFSET, such as 0:17; got " + text + ".");
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
