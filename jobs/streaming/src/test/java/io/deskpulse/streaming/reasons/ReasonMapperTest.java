package io.deskpulse.streaming.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.deskpulse.streaming.reasons.Explanation.Finding;
import io.deskpulse.streaming.reasons.Explanation.Source;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonMapperTest {
    private static final ReasonTaxonomy TAXONOMY = ReasonTaxonomy.bundled();
    private static final ReasonMapper MAPPER = new ReasonMapper(TAXONOMY);

    @Test
    void nothingWrittenIsNothingToCount() {
        assertThat(MAPPER.map(null, null)).isEqualTo(MappedReason.NONE);
        assertThat(MAPPER.map("", "  ")).isEqualTo(MappedReason.NONE);
        assertThat(MAPPER.map(null, "……!!")).isEqualTo(MappedReason.NONE);
        assertThat(MAPPER.map(null, "在吗")).isEqualTo(MappedReason.UNMAPPED);
        assertThat(MAPPER.map("其他", null)).isEqualTo(MappedReason.UNMAPPED);
        assertThat(MAPPER.map("其他", "?")).isEqualTo(MappedReason.UNMAPPED);
    }

    @Test
    void everyCodeNameLabelAndSynonymIsItsReason() {
        for (ReasonEntry entry : TAXONOMY.entries()) {
            assertThat(MAPPER.map(entry.code(), null).code()).isEqualTo(entry.code());
            assertThat(MAPPER.map(entry.zh(), null).code()).isEqualTo(entry.code());
            assertThat(MAPPER.map(entry.en(), null).code()).isEqualTo(entry.code());
            entry.labels()
                    .forEach(label ->
                            assertThat(MAPPER.map(label, null).code()).as(label).isEqualTo(entry.code()));
            entry.synonyms()
                    .forEach(word ->
                            assertThat(MAPPER.map(null, word).code()).as(word).isEqualTo(entry.code()));
        }
    }

    @Test
    void noSynonymOfTheBundledReasonsIsOfNoUse() {
        assertThat(MAPPER.remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_RECEIVED, not_received",
        "not-received, not_received",
        "' Not  Received ', not_received",
        "Ｎｏｔ＿ｒｅｃｅｉｖｅｄ, not_received",
        "少件/漏發, missing_items",
        "質量問題, defective"
    })
    void aLabelHasManySpellings(String label, String code) {
        assertThat(MAPPER.explain(label, null).source()).isEqualTo(Source.LABEL);
        assertThat(MAPPER.map(label, null).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            发错货,    杯子碎了,           wrong_item, ''
            发错货,    颜色发错了,         wrong_item, colour
            质量问题,  杯子碎了,           broken,     ''
            质量问题,  客服态度恶劣,       defective,  ''
            QUALITY,   The zipper is torn, broken,     workmanship
            其他,      快递弄丢了,         lost,       ''
            七天无理由, 质量太差了,        defective,  ''
            -,         质量太差了,         defective,  ''
            """)
    void aLabelGoesBeforeItsTextUnlessItIsGeneral(String label, String text, String code, String attribute) {
        assertThat(MAPPER.map(label, text)).isEqualTo(new MappedReason(code, attribute, false));
    }

    @Test
    void aChangeOfMindIsNoComplaint() {
        assertThat(MAPPER.map("七天无理由退货", null)).isEqualTo(MappedReason.NONE);
        assertThat(MAPPER.map("不想要了", "麻烦快点")).isEqualTo(MappedReason.NONE);
        assertThat(MAPPER.map(null, "I just changed my mind, sorry")).isEqualTo(MappedReason.NONE);
    }

    @Test
    void negationsReachAFewWordsAndAreTakenBackInPairs() {
        assertThat(MAPPER.map(null, "包装没有破损").isMapped()).isFalse();
        assertThat(MAPPER.map(null, "不是没收到").isMapped()).isFalse();
        assertThat(MAPPER.map(null, "没想到坏了").code()).isEqualTo("broken");
        assertThat(MAPPER.map(null, "没几天就坏了").code()).isEqualTo("worn_out");
        assertThat(MAPPER.map(null, "not only broken, it also smells").code()).isEqualTo("broken");
        assertThat(MAPPER.map(null, "no, it is broken").code()).isEqualTo("broken");
        assertThat(MAPPER.map(null, "it was not what we had hoped to get, and broken")
                        .code())
                .isEqualTo("broken");
    }

    @Test
    void termsAreWords() {
        assertThat(MAPPER.map(null, "买了不少件").isMapped()).isFalse();
        assertThat(MAPPER.map(null, "少件了").code()).isEqualTo("missing_items");
        assertThat(MAPPER.map(null, "放假期间可以送吗").isMapped()).isFalse();
        assertThat(MAPPER.map(null, "I wore it lately").isMapped()).isFalse();
        assertThat(MAPPER.map(null, "came late").code()).isEqualTo("late");
    }

    @Test
    void theReasonOfWhichMostIsSaidWinsAndThenTheFirst() {
        Explanation most = MAPPER.explain(null, "服务差,杯子碎了,碗裂了");

        assertThat(most.mapped().code()).isEqualTo("broken");
        assertThat(most.findings()).contains(new Finding("broken", "碎了", 4, ""), new Finding("broken", "裂了", 4, ""));
        assertThat(MAPPER.map(null, "late and rude").code()).isEqualTo("late");
        assertThat(MAPPER.map(null, "rude and late").code()).isEqualTo("rude");
        assertThat(MAPPER.map(null, "rude, late, late, late").code()).isEqualTo("rude");
        assertThat(MAPPER.map(null, "劣质,破损").code()).isEqualTo("broken");
    }

    @Test
    void anAttributeOfAnotherClauseIsNotTheReasons() {
        assertThat(MAPPER.map(null, "颜色很好看,就是拉链坏了")).isEqualTo(new MappedReason("broken", "workmanship", false));
        assertThat(MAPPER.map(null, "颜色很好看。碎了")).isEqualTo(new MappedReason("broken", "", false));
    }

    @Test
    void explainsWhatDoesNotCount() {
        assertThat(MAPPER.explain(null, "没有破损,如果坏了可以退吗").findings())
                .extracting(Finding::refused)
                .containsExactly("negated by 没有", "in doubt by 如果");
    }

    @Test
    void neverThrowsWhateverIsWritten() {
        SplittableRandom random = new SplittableRandom(11);
        String letters = "坏碎没有不…就慢,。 \n\t'-_n'tABC１９\u0000\ud83d\ude00\ud800\udfff\u200b\u3000质量差破损brokenlate";
        for (int run = 0; run < 5_000; run++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(run % 100 == 0 ? 6_000 : 60);
            for (int i = 0; i < length; i++) {
                boolean any = random.nextInt(4) == 0;
                text.append(any ? (char) random.nextInt(0x10000) : letters.charAt(random.nextInt(letters.length())));
            }
            assertThatCode(() -> MAPPER.map(text.toString(), text.toString()))
                    .as("run %s", run)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theSameIsMappedTheSameWhateverCameBefore() {
        ReasonMapper fresh = new ReasonMapper(TAXONOMY);

        assertThat(fresh.map("质量问题", "杯子碎了")).isEqualTo(MAPPER.map("质量问题", "杯子碎了"));
        assertThat(fresh.map("质量问题", null)).isEqualTo(MAPPER.map("质量问题", null));
    }
}
