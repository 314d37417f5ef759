package io.deskpulse.streaming.reasons.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final Phrases<String> phrases = new Phrases<>(new WordReader());

    @Test
    void theLongestTermAtAPlaceIsFoundAndTakesItsCharacters() {
        add("发货", "发货时间", "时间", "间接");

        assertThat(found("发货时间接近")).containsExactly("发货时间");
        assertThat(found("发货,时间")).containsExactly("发货", "时间");
    }

    @Test
    void englishIsComparedByStemsAndWholeWords() {
        add("return label", "size");

        assertThat(found("Do you have RETURNS labels? what sizes")).containsExactly("return label", "size");
        assertThat(found("oversize preturn label")).isEmpty();
    }

    @Test
    void wordsThatSayNothingAreLeftOut() {
        add("change address", "isn't working");

        assertThat(found("please change my address, it is not working"))
                .containsExactly("change address", "isn't working");
    }

    @Test
    void aGapReachesAsFarAsItSaysInItsClause() {
        add("什么时候…发货", "how long … deliver … home");

        assertThat(found("什么时候才能给我发货")).containsExactly("什么时候…发货");
        assertThat(found("什么时候一二三四五六七八九发货")).isEmpty();
        assertThat(found("什么时候,发货")).isEmpty();
        assertThat(found("how long does it take to deliver to my home")).containsExactly("how long … deliver … home");
        assertThat(found("how long to deliver")).isEmpty();
    }

    @Test
    void whatCannotBeFoundIsTold() {
        assertThat(phrases.add("the", "1")).isFalse();
        assertThat(phrases.add("发货。了", "1")).isFalse();
        assertThat(phrases.add("发货", "1")).isTrue();
        assertThat(phrases.add("发货", "1")).isTrue();
        assertThat(phrases.add("發貨", "2")).isFalse();
    }

    @Test
    void anyTextIsRead() {
        add("发货");
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            String noise = IntStream.range(0, random.nextInt(80))
                    .mapToObj(n -> Character.toString((char) random.nextInt(0x10000)))
                    .reduce("", String::concat);
            assertThat(found(noise + "。发货。" + noise)).contains("发货");
        }
        assertThat(found("x".repeat(100_000) + "发货")).isEmpty();
    }

    @Test
    void itFindsWhatALookAtEachPlaceFinds() {
        SplittableRandom random = new SplittableRandom(11);
        for (int run = 0; run < 200; run++) {
            Phrases<String> some = new Phrases<>(new WordReader());
            List<String> terms = IntStream.range(0, 12)
                    .mapToObj(n -> letters(random, 1 + random.nextInt(4)))
                    .distinct()
                    .toList();
            terms.forEach(term -> some.add(term, term));
            String text = letters(random, 40);

            List<String> found = new ArrayList<>();
            some.find(text, one -> found.add(one.term()));

            assertThat(found).as("%s in %s", terms, text).isEqualTo(slowly(terms, text));
        }
    }

    private static List<String> slowly(List<String> terms, String text) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            String longest = "";
            for (String term : terms) {
                longest = text.startsWith(term, at) && term.length() > longest.length() ? term : longest;
            }
            if (!longest.isEmpty()) {
                found.add(longest);
            }
            at += Math.max(1, longest.length());
        }
        return found;
    }

    private static String letters(SplittableRandom random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> Character.toString("天地人".charAt(random.nextInt(3))))
                .reduce("", String::concat);
    }

    private void add(String... terms) {
        for (String term : terms) {
            assertThat(phrases.add(term, term)).as(term).isTrue();
        }
    }

    private List<String> found(String text) {
        List<String> found = new ArrayList<>();
        phrases.find(text, one -> found.add(one.term()));
        return found;
    }
}
