package io.deskpulse.metrics.binary;

/**
 * Identity of one binary form, such as {@code conversation-timeline/3}: what a savepoint remembers it by, whatever class reads it.
 *
 * <p>A form may get new tags at any time and keeps its number: readers pass over tags they do not know and have a default for those
 * that are absent. A new number is for what cannot be said so, and for events of timelines: of two deliveries it must be known which
 * fields each could have.
 *
 * @param name kind of content, kebab-case; never changed
 * @param number 1 for its first form, {@value #MAX_NUMBER} at most
 */
public record FormId(String name, int number) {
    /** A form begins with its number in seven bits. */
    public static final int MAX_NUMBER = 0x7F;

    private static final char SEPARATOR = '/';

    /** Checks the ranges. */
    public FormId {
        if (name.isEmpty() || name.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("name must be a word without '/', got '" + name + "'");
        }
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("number must be 1 to " + MAX_NUMBER + ", got " + number);
        }
    }

    @Override
    public String toString() {
        return name + SEPARATOR + number;
    }
}
