package io.deskpulse.streaming.reasons.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.CharArrayMap;

/**
 * A text as numbers, for lexicons that texts pass by the thousand a second: a Chinese character is its own number, a stem of an English
 * word that a lexicon has is one below all of them.
 *
 * <p>Stems are those of {@link WordReader}, to which each word is given once and then remembered: what it becomes depends on nothing
 * around it. Chinese is not cut into words, which takes most of the time there. Not safe for use by several threads at once.
 */
final class Pieces {
    /** Ends a clause: no term goes across. */
    static final int BREAK = 0;

    /** A word that no lexicon has. */
    static final int UNKNOWN = 1;

    /** Where Chinese characters begin, and numbers of stems end. */
    static final char FIRST_LETTER = '\u2e80';

    private static final int WORDS_KEPT = 20_000;
    private static final int LONGEST_WORD = 40;
    private static final int INITIAL = 256;
    private static final int SHORTEST_PLURAL = 3;

    private final WordReader reader;
    private final Map<String, Integer> stems = new HashMap<>();
    private CharArrayMap<int[]> words = new CharArrayMap<>(INITIAL, false);
    private char[] letters = new char[INITIAL];
    private int[] pieces = new int[INITIAL];
    private int size;

    Pieces(WordReader reader) {
        this.reader = reader;
    }

    /** Numbers of the pieces of a part of a term, whose stems are known from then on; null when it is of several clauses, or of none. */
    int[] learn(String part) {
        Words read = reader.read(part);
        if (read.size() == 0 || !read.inOneClause(0, read.size() - 1)) {
            return null;
        }
        int[] numbers = new int[read.size()];
        for (int i = 0; i < numbers.length; i++) {
            String piece = read.pieces[i];
            numbers[i] =
                    isLetter(piece.charAt(0)) ? piece.charAt(0) : stems.computeIfAbsent(singular(piece), this::next);
        }
        return numbers;
    }

    private int next(String stem) {
        int number = UNKNOWN + 1 + stems.size();
        if (number >= FIRST_LETTER) {
            throw new IllegalArgumentException("a lexicon of more than " + stems.size() + " English stems");
        }
        return number;
    }

    /** Reads a text; what was read before is gone. */
    void read(String text) {
        Letters.Plain plain = Letters.plain(text, WordReader.LONGEST_TEXT, letters);
        letters = plain.letters();
        int length = plain.length();
        size = 0;
        int at = 0;
        while (at < length) {
            char c = letters[at];
            if (isLetter(c)) {
                put(c);
                at++;
            } else if (isOfWord(c)) {
                int from = at;
                while (at < length && isOfWord(letters[at]) && !isLetter(letters[at])) {
                    at++;
                }
                word(from, at - from);
            } else {
                if (c != ' ' && c != '-' && c != '_') {
                    put(BREAK);
                }
                at++;
            }
        }
    }

    /** How many pieces there are. */
    int size() {
        return size;
    }

    /** The number of a piece. */
    int get(int place) {
        return pieces[place];
    }

    /** How much a piece says: 1 for a Chinese character, 2 for an English word. */
    static int weight(int piece) {
        return piece >= FIRST_LETTER ? 1 : 2;
    }

    private void word(int from, int length) {
        int[] known = words.get(letters, from, length);
        if (known == null) {
            known = numbers(new String(letters, from, length));
            if (words.size() >= WORDS_KEPT) {
                words = new CharArrayMap<>(INITIAL, false);
            }
            if (length <= LONGEST_WORD) {
                words.put(new String(letters, from, length), known);
            }
        }
        for (int number : known) {
            put(number);
        }
    }

    private int[] numbers(String word) {
        Words read = reader.read(word);
        int[] numbers = new int[read.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = stems.getOrDefault(singular(read.pieces[i]), UNKNOWN);
        }
        return numbers;
    }

    /** The stemmer leaves plurals that its dictionary has as words of their own, such as points. */
    private static String singular(String stem) {
        boolean plural = stem.length() > SHORTEST_PLURAL && stem.endsWith("s") && !stem.matches(".*[suio]s");
        return plural ? stem.substring(0, stem.length() - 1) : stem;
    }

    private void put(int number) {
        if (size == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * size);
        }
        pieces[size++] = number;
    }

    private static boolean isLetter(char c) {
        return c >= Letters.FIRST_HAN && c <= Letters.LAST_HAN || c >= FIRST_LETTER && Character.isLetter(c);
    }

    private static boolean isOfWord(char c) {
        return c < '\u0080' ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '\'' : Character.isLetterOrDigit(c);
    }
}
