package io.deskpulse.streaming.reasons.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terms of a lexicon as a tree, for texts that come by the thousand a second: one pass over the characters and stems of a text.
 *
 * <p>From left to right the longest term that begins at a place is found, and what it takes belongs to no other. A term may have one or
 * more gaps: {@code …} stands for what is as long as {@value #REACH} Chinese characters or half as many English words at most, in the
 * same clause. Not safe for use by several threads at once; never throws for what is in a text.
 *
 * @param <T> what terms stand for
 */
public final class Phrases<T> {
    private static final Pattern GAP = Pattern.compile("\\s*\u2026+\\s*");
    private static final int REACH = 8;
    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final int INITIAL_SLOTS = 1 << 12;
    private static final int PIECE_BITS = 16;
    private static final int MOST_NODES = 1 << 16;
    private static final int SPREAD = 0x9E3779B9;
    private static final int SPREAD_BITS = 8;
    private static final Broken[] NO_GAP = {};

    private final Pieces text;
    private final List<Found<T>> terms = new ArrayList<>();
    /** By node, the number of the term that ends there; {@link #NONE} when none does. */
    private int[] ends = new int[INITIAL_SLOTS];
    /** By node, terms whose first part ends there and that go on behind a gap. */
    private Broken[][] gaps = new Broken[INITIAL_SLOTS][];
    /** Children of the root by piece; {@link #NONE} when there is none. */
    private final int[] first = new int[1 << PIECE_BITS];
    /** Other children: node and piece above, the child below, so that one look brings both; 0 where there is none. */
    private long[] children = new long[INITIAL_SLOTS];

    /** By piece, the last text that it stood in: most terms with a gap go on with what is nowhere in a text. */
    private final int[] seen = new int[1 << PIECE_BITS];

    private int texts;
    private int nodes = 1;

    /**
     * A term, or one that was found.
     *
     * @param of what it stands for
     * @param term as the lexicon has it
     * @param weight how much it says: 1 for each of its Chinese characters, 2 for each English word
     */
    public record Found<T>(T of, String term, int weight) {}

    /** The rest of a term behind its first gap. */
    private record Broken(int term, int[][] rest) {}

    /** A tree without terms that reads words so. */
    public Phrases(WordReader reader) {
        text = new Pieces(reader);
        Arrays.fill(ends, NONE);
        Arrays.fill(first, NONE);
        Arrays.fill(gaps, NO_GAP);
    }

    /** Adds a term, the first of equal ones; says whether it can be found. */
    public boolean add(String written, T of) {
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        int weight = 0;
        Matcher gap = GAP.matcher(written);
        for (boolean more = true; more; ) {
            more = gap.find();
            int[] part = text.learn(written.substring(from, more ? gap.start() : written.length()));
            if (part == null) {
                return false;
            }
            weight += Arrays.stream(part).map(Pieces::weight).sum();
            parts.add(part);
            from = more ? gap.end() : from;
        }
        int node = ROOT;
        for (int piece : parts.get(0)) {
            node = childOrNew(node, piece);
        }
        if (parts.size() > 1) {
            Broken[] before = gaps[node];
            gaps[node] = Arrays.copyOf(before, before.length + 1);
            gaps[node][before.length] =
                    new Broken(terms.size(), parts.subList(1, parts.size()).toArray(int[][]::new));
        } else if (ends[node] != NONE) {
            return terms.get(ends[node]).of().equals(of);
        } else {
            ends[node] = terms.size();
        }
        terms.add(new Found<>(of, written, weight));
        return true;
    }

    /** Hands out every term that is found in a text, in its order. */
    public void find(String written, Consumer<Found<T>> found) {
        text.read(written);
        texts++;
        for (int i = 0; i < text.size(); i++) {
            seen[text.get(i)] = texts;
        }
        int at = 0;
        while (at < text.size()) {
            int piece = text.get(at);
            int node = piece == Pieces.BREAK || piece == Pieces.UNKNOWN ? NONE : first[piece];
            at = node == NONE ? at + 1 : from(at, node, found);
        }
    }

    /** Hands out the longest term that begins at a place; returns the place behind it. */
    private int from(int begin, int firstNode, Consumer<Found<T>> found) {
        int longest = NONE;
        int weight = 0;
        int behind = begin + 1;
        int at = begin + 1;
        for (int node = firstNode; node != NONE; node = at < text.size() ? child(node, text.get(at++)) : NONE) {
            if (ends[node] != NONE && terms.get(ends[node]).weight() >= weight) {
                longest = ends[node];
                weight = terms.get(longest).weight();
                behind = at;
            }
            for (Broken term : gaps[node]) {
                if (seen[term.rest()[0][0]] == texts && terms.get(term.term()).weight() > weight && goesOn(term, at)) {
                    longest = term.term();
                    weight = terms.get(longest).weight();
                    behind = at;
                }
            }
        }
        if (longest != NONE) {
            found.accept(terms.get(longest));
        }
        return behind;
    }

    private boolean goesOn(Broken term, int from) {
        int at = from;
        for (int[] part : term.rest()) {
            at = behind(part, at);
            if (at == NONE) {
                return false;
            }
        }
        return true;
    }

    /** Where a part ends that begins within reach of a place, in its clause. */
    private int behind(int[] part, int from) {
        int left = REACH;
        for (int at = from; at + part.length <= text.size() && left >= 0; at++) {
            if (isAt(part, at)) {
                return at + part.length;
            }
            if (text.get(at) == Pieces.BREAK) {
                return NONE;
            }
            left -= Pieces.weight(text.get(at));
        }
        return NONE;
    }

    private boolean isAt(int[] part, int from) {
        for (int i = 0; i < part.length; i++) {
            if (text.get(from + i) != part[i]) {
                return false;
            }
        }
        return true;
    }

    private int child(int node, int piece) {
        if (node == ROOT) {
            return first[piece];
        }
        long found = children[slot(children, node << PIECE_BITS | piece)];
        return found == 0 ? NONE : (int) found;
    }

    private int childOrNew(int node, int piece) {
        int known = child(node, piece);
        if (known != NONE) {
            return known;
        }
        if (nodes == MOST_NODES) {
            throw new IllegalArgumentException("a lexicon of more than " + terms.size() + " terms");
        }
        int fresh = nodes++;
        if (fresh == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fresh);
            Arrays.fill(ends, fresh, ends.length, NONE);
            gaps = Arrays.copyOf(gaps, 2 * fresh);
            Arrays.fill(gaps, fresh, gaps.length, NO_GAP);
        }
        if (node == ROOT) {
            first[piece] = fresh;
        } else {
            put((long) (node << PIECE_BITS | piece) << Integer.SIZE | fresh);
        }
        return fresh;
    }

    private void put(long child) {
        if (2 * nodes > children.length) {
            long[] larger = new long[2 * children.length];
            for (long one : children) {
                if (one != 0) {
                    larger[slot(larger, (int) (one >>> Integer.SIZE))] = one;
                }
            }
            children = larger;
        }
        children[slot(children, (int) (child >>> Integer.SIZE))] = child;
    }

    /** Where the child of a key is, or would be. */
    private static int slot(long[] children, int key) {
        int mask = children.length - 1;
        int slot = key * SPREAD >>> SPREAD_BITS & mask;
        while (children[slot] != 0 && (int) (children[slot] >>> Integer.SIZE) != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
