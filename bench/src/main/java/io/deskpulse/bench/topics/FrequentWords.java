package io.deskpulse.bench.topics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts in how many texts a word stands, without those that stand in any text of English, addresses and names of accounts. */
final class FrequentWords {
    private static final Pattern NO_WORDS = Pattern.compile("https?://\\S+|[@#]\\S+|&\\w+;");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}']+");
    private static final Set<String> STOP = new HashSet<>(
            Arrays.asList(("the and for you your with this that have has had are was were not but can can't"
                            + " don't i'm it's will what when why how who they them then than there from just get got all any been our out so"
                            + " she his her him its too now one would could should did does doing done about after before again into over"
                            + " only also even more most much very some such own same as at by be do he if in is it me my no of on or to up us"
                            + " we an am i'll i've we're you're that's didn't doesn't isn't won't still yes yeah like going been being because"
                            + " where which while back here please thanks thank hi hey hello")
                    .split(" ")));

    private final Map<String, Integer> texts = new HashMap<>();

    void add(String text) {
        String plain = NO_WORDS.matcher(
                        text == null ? "" : text.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
                .replaceAll(" ");
        Set<String> seen = new HashSet<>(Arrays.asList(BETWEEN.split(plain)));
        seen.stream()
                .filter(word -> word.length() > 2 && !STOP.contains(word))
                .forEach(word -> texts.merge(word, 1, Integer::sum));
    }

    /** So many of them, each with the number of texts. */
    List<String> top(int count) {
        return texts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(word -> word.getKey() + " " + word.getValue())
                .toList();
    }
}
