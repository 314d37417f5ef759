package io.deskpulse.streaming.reasons.text;

/**
 * A text in pieces: each Chinese character and each stem of an English word is one; punctuation is none, and ends a clause.
 *
 * <p>Terms are compared character by character, as the cutting of a text into Chinese words depends on what stands around them; the
 * words say where a term may begin and end, so that 少件 is not found in 不少件.
 */
public final class Words {
    final String[] pieces;
    /** Number of the word that a piece is of, counted over the text. */
    final int[] words;
    /** Number of the clause that a piece is of. */
    final int[] clauses;

    Words(String[] pieces, int[] words, int[] clauses) {
        this.pieces = pieces;
        this.words = words;
        this.clauses = clauses;
    }

    /** How many pieces there are. */
    public int size() {
        return pieces.length;
    }

    boolean beginsWord(int piece) {
        return piece == 0 || words[piece] != words[piece - 1];
    }

    boolean endsWord(int piece) {
        return piece == pieces.length - 1 || words[piece] != words[piece + 1];
    }

    /** Words from the end of one piece to the beginning of a later one, 0 when they touch or are of one word. */
    public int between(int earlier, int later) {
        return Math.max(0, words[later] - words[earlier] - 1);
    }

    /** Whether two pieces are of one clause. */
    public boolean inOneClause(int one, int other) {
        return clauses[one] == clauses[other];
    }

    /** How much a stretch of pieces says: 1 for a Chinese character, 2 for an English word. */
    int weight(int from, int to) {
        int weight = 0;
        for (int i = from; i < to; i++) {
            weight += pieces[i].charAt(0) < '\u2e80' ? 2 : 1;
        }
        return weight;
    }
}
