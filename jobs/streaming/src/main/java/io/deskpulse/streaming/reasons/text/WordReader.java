package io.deskpulse.streaming.reasons.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts texts into words, by Lucene's tokenizer of simplified Chinese with English in between, and its stemmer by Krovetz, which leaves
 * {@code lately} apart from {@code late}.
 *
 * <p>Not safe for use by several threads at once. Never throws for what is in a text.
 */
public final class WordReader {
    /** What is longer is cut: nobody says why only after so many characters, and the cutting is what costs. */
    public static final int LONGEST_TEXT = 2_000;

    /** What Lucene's tokenizer makes of punctuation. */
    private static final String PUNCTUATION = ",";

    /** Said with or without changes nothing: articles, pronouns, auxiliary verbs, intensifiers. */
    private static final Set<String> LEFT_OUT =
            words("a an the is are was were be been being am it its this that these those"
                    + " my our your his her their i we he she they you me us them im ive has have had do does did will would so very"
                    + " really just quite totally completely absolutely extremely yet already ever please");

    /** Their stems mean something else: a package is a parcel. */
    private static final CharArraySet NO_STEMS = new CharArraySet(Set.of("packaging"), false);

    private static final Map<String, String> SAME = Stream.of(
                    "never",
                    "cannot",
                    "cant",
                    "dont",
                    "doesnt",
                    "didnt",
                    "isnt",
                    "wasnt",
                    "arent",
                    "werent",
                    "wont",
                    "hasnt",
                    "havent",
                    "hadnt",
                    "couldnt",
                    "wouldnt",
                    "shouldnt",
                    "aint")
            .collect(Collectors.toMap(word -> word, word -> "not"));

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new HMMChineseTokenizer();
            return new TokenStreamComponents(words, new KStemFilter(new SetKeywordMarkerFilter(words, NO_STEMS)));
        }
    };

    /** The pieces of a text. */
    public Words read(String text) {
        String shorter = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        Builder builder = new Builder();
        try (TokenStream tokens = analyzer.tokenStream("", forTokenizer(shorter))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                builder.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return builder.words();
    }

    /** Negations written together with their verbs come apart; lines end clauses; what joins English words does not part them. */
    private static String forTokenizer(String text) {
        String plain = Letters.plain(text);
        if (plain.indexOf('\'') >= 0) {
            plain = plain.replace("n't", " not").replace("'", "");
        }
        return plain.replace('-', ' ').replace('_', ' ').replace('\n', '。').replace('\r', '。');
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    /** Gathers pieces. */
    private static final class Builder {
        private final List<String> pieces = new ArrayList<>();
        private final List<int[]> places = new ArrayList<>();
        private int word;
        private int clause;

        void add(String token) {
            if (token.equals(PUNCTUATION)) {
                clause++;
                return;
            }
            if (LEFT_OUT.contains(token)) {
                return;
            }
            if (token.charAt(0) < '\u2e80') {
                put(SAME.getOrDefault(token, token));
            } else {
                token.codePoints().forEach(letter -> put(Character.toString(letter)));
            }
            word++;
        }

        private void put(String piece) {
            pieces.add(piece);
            places.add(new int[] {word, clause});
        }

        Words words() {
            return new Words(
                    pieces.toArray(String[]::new),
                    places.stream().mapToInt(place -> place[0]).toArray(),
                    places.stream().mapToInt(place -> place[1]).toArray());
        }
    }
}
