package io.deskpulse.streaming.reasons.text;

import java.util.BitSet;

/**
 * A term found in a text.
 *
 * @param of what the term stands for
 * @param term as the lexicon has it
 * @param pieces of the text that are the term's; those in a gap are not
 * @param weight how much it says: 1 for each of its Chinese characters, 2 for each English word
 * @param <T> what terms stand for
 */
public record Hit<T>(T of, String term, BitSet pieces, int weight) {
    /** Its first piece. */
    public int first() {
        return pieces.nextSetBit(0);
    }

    /** Its last piece. */
    public int last() {
        return pieces.length() - 1;
    }

    /** Whether a piece is of both. */
    public boolean overlaps(Hit<?> other) {
        return pieces.intersects(other.pieces);
    }
}
