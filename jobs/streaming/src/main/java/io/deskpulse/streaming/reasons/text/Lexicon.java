package io.deskpulse.streaming.reasons.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terms, and where a text has them.
 *
 * <p>A term may have gaps: {@code …} stands for up to four words of the same clause, {@code ……} for up to eight of this clause and those
 * behind it.
 *
 * @param <T> what terms stand for
 */
public final class Lexicon<T> {
    private static final Pattern GAP = Pattern.compile("\\s*(\u2026+)\\s*");
    private static final int WORDS_IN_CLAUSE = 4;
    private static final int WORDS_ACROSS = 8;

    private final Map<String, List<Term<T>>> byFirstPiece = new HashMap<>();

    /**
     * A term in parts.
     *
     * @param parts pieces of each
     * @param wide whether the gap before a part reaches into other clauses; that of the first says nothing
     */
    private record Term<T>(T of, String written, List<String[]> parts, List<Boolean> wide) {}

    /** Adds a term; says whether anything is left of it to be found. */
    public boolean add(String written, T of, WordReader reader) {
        List<String[]> parts = new ArrayList<>();
        List<Boolean> wide = new ArrayList<>();
        Matcher gaps = GAP.matcher(written);
        int from = 0;
        boolean wideGap = false;
        boolean more = true;
        while (more) {
            more = gaps.find();
            String[] part = reader.read(written.substring(from, more ? gaps.start() : written.length())).pieces;
            if (part.length == 0) {
                return false;
            }
            parts.add(part);
            wide.add(wideGap);
            from = more ? gaps.end() : from;
            wideGap = more && gaps.group(1).length() > 1;
        }
        byFirstPiece
                .computeIfAbsent(parts.get(0)[0], piece -> new ArrayList<>())
                .add(new Term<>(of, written, parts, wide));
        return true;
    }

    /** Every term in a text, each at every place, in the order of the text and then of their adding. */
    public List<Hit<T>> find(Words text) {
        List<Hit<T>> hits = new ArrayList<>();
        for (int piece = 0; piece < text.size(); piece++) {
            for (Term<T> term : byFirstPiece.getOrDefault(text.pieces[piece], List.of())) {
                Hit<T> hit = hit(term, text, piece);
                if (hit != null) {
                    hits.add(hit);
                }
            }
        }
        return hits;
    }

    private static <T> Hit<T> hit(Term<T> term, Words text, int begin) {
        BitSet pieces = new BitSet();
        int weight = 0;
        int at = begin;
        for (int part = 0; part < term.parts().size(); part++) {
            String[] wanted = term.parts().get(part);
            at = part == 0
                    ? (isAt(wanted, text, at) ? at : -1)
                    : next(wanted, text, at, term.wide().get(part));
            if (at < 0) {
                return null;
            }
            pieces.set(at, at + wanted.length);
            weight += text.weight(at, at + wanted.length);
            at += wanted.length;
        }
        return new Hit<>(term.of(), term.written(), pieces, weight);
    }

    /** Where a part begins behind a gap; -1 when it is not within reach. */
    private static int next(String[] wanted, Words text, int from, boolean wide) {
        int reach = wide ? WORDS_ACROSS : WORDS_IN_CLAUSE;
        for (int at = from; at < text.size() && text.between(from - 1, at) <= reach; at++) {
            if (!wide && !text.inOneClause(from - 1, at)) {
                return -1;
            }
            if (isAt(wanted, text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(String[] wanted, Words text, int at) {
        int end = at + wanted.length;
        if (end > text.size() || !text.beginsWord(at) || !text.endsWord(end - 1) || !text.inOneClause(at, end - 1)) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals(text.pieces[at + i])) {
                return false;
            }
        }
        return true;
    }
}
