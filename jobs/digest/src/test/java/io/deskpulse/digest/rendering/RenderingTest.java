package io.deskpulse.digest.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.digest.content.Digests;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a digest. */
class RenderingTest {
    private static final ReasonTaxonomy TAXONOMY = ReasonTaxonomy.bundled();
    private static final Words EN =
            new Words("en", TAXONOMY, TopicTaxonomy.bundled().newest());
    private static final Words ZH =
            new Words("zh", TAXONOMY, TopicTaxonomy.bundled().newest());
    private static final int MOST_BYTES = 100_000;

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(ZH.keys()).isEqualTo(EN.keys());
        assertThatThrownBy(
                        () -> new Words("fr", TAXONOMY, TopicTaxonomy.bundled().newest()))
                .hasMessage("language must be one of [en, zh], got fr");
    }

    @Test
    void englishSaysWhatTheNumbersMean() {
        assertThat(new MarkdownDigest(Digests.week(), EN).whole())
                .contains("# Defects of products: Northlight \\<Home\\>, 2026-11-16 to 2026-11-22")
                .contains("Items: 5 · Cases: 33 · Money lost: ¥2,793.00")
                .contains("## duvet-200x230-white · Workmanship (3f2a9c01de)")
                .contains("**Back again** · Ann has it, until 2026-12-01")
                .contains("- Cases: 24, of 22 buyers; 810 delivered")
                .contains("- Rate: 29.6 per 1,000 delivered (19 to 44.1)")
                .contains("- Against the period before: **rose to 2.5 times (1.12 to 6.12)**")
                .contains("- Against peers: **3.41 times its peers, surely 2.47 \\(EB05\\)".replace("\\", ""))
                .contains("- Money lost: ¥2,487.00: refunds ¥1,899.00, compensation ¥120.00, handling 312 min ¥468.00")
                .contains("- Talked to before buying: 9 of 20 cases; 160 of 790 of all orders of the product")
                .contains(
                        "- Asked about it before: **14 of 120 who had asked sent it back, of the others 62 of 2680: 5.04 times")
                .contains(
                        "moves a count by more than 20 % and 3, or money by that and ¥100.00, is sent as a correction.")
                .contains("down 62 % (37 to 77), 3 weeks · 60 of 2000 before, 23 of 2000 since")
                .contains("no change that could be seen, 3 weeks")
                .contains("- Rate: insufficient data")
                .contains("- Missing items: 12 of 31 resolved at the first contact")
                .contains("57 made: 41 kept in time, 9 late, 7 overdue");
    }

    @Test
    void chineseUsesTheWordsOfTheTrade() {
        assertThat(new MarkdownDigest(Digests.week(), ZH).whole())
                .contains("# 商品问题简报")
                .contains("## duvet-200x230-white · 做工")
                .contains("每千件签收问题数：29.6（19–44.1）")
                .contains("**再次出现** · 负责人 Ann，期限 2026-12-01")
                .contains("长期高于同类")
                .contains("下降 62%（37–77），3 周 · 整改前 2000 件中 60 例，整改后 2000 件中 23 例")
                .contains("问过的 120 件中退货 14 件，未问过的 2680 件中退货 62 件：前者是后者的 5.04 倍")
                .contains("任一数量变动超过 20% 且至少 3，或金额变动超过该比例且至少 ¥100.00，将另发更正")
                .contains("样本不足")
                .contains("少件/漏发：31 件中首次解决 12 件")
                .contains("平台介入 4 次，判责支持买家 3 次、支持卖家 1 次");
    }

    @Test
    void aCorrectionSaysFirstWhatMoved() {
        assertThat(new MarkdownDigest(Digests.corrected(), EN).whole())
                .contains("**Correction**: Numbers moved")
                .contains("This is version 2.")
                .contains("- All items together: cases 33 → 43\n")
                .contains("- duvet-200x230-white · Workmanship: cases 24 → 34\n")
                .doesNotContain("→ ¥");
        assertThat(new HtmlDigest(Digests.corrected(), ZH).document())
                .contains("<br>全部条目：问题数 33 → 43<br>duvet-200x230-white · 做工：问题数 24 → 34");
        assertThat(new DigestText(Digests.corrected(), ZH).subject()).startsWith("更正：");
    }

    @Test
    void aCorrectionSaysWhatMovedInTheSecondPart() {
        assertThat(new MarkdownDigest(Digests.correctedService(), EN).whole())
                .contains("- Topic without an article · Size: contacts 84 → 40\n")
                .contains("- Article · Where is my \\<parcel\\>?: contacts since 99 → 70\n")
                .contains("- Promises: overdue 7 → 12\n");
        assertThat(new HtmlDigest(Digests.correctedService(), ZH).document())
                .contains("<br>无文章主题 · 尺码/尺寸：咨询次数 84 → 40<br>")
                .contains("<br>承诺：已逾期未兑现 7 → 12");
    }

    @Test
    void gapsOfTheKnowledgeBaseAndEffectsOfArticlesAreTold() {
        assertThat(new MarkdownDigest(Digests.week(), EN).whole())
                .contains("## Asked again and again, without an article")
                .contains(
                        "- Size: 84 contacts in 28 days, per 100 enquirers: 6.22; 12 of 40 tickets settled at the first"
                                + " contact, of all topics 210 of 350")
                .contains("- Other: 51 contacts in 28 days; 3 of 9 tickets")
                .contains("- 2 more topics")
                .contains("- invoices (Invoice), since 2026-11-19: insufficient data, 4 days")
                .contains("- Where is my \\<parcel\\>? (Tracking), since 2026-11-02: down 34 % (16 to 48), 3 weeks"
                        + " · per 100 parcels under way: 5 in the 28 days before, 3.3 since");
        assertThat(new HtmlDigest(Digests.week(), ZH).document())
                .contains("尺码/尺寸：近 28 天咨询 84 次，每百询单人数：6.22；40 件工单中首次解决 12 件，全部主题 350 件中 210 件")
                .contains("另有 2 个主题")
                .contains("Where is my &lt;parcel&gt;?（物流查询），上线于 2026-11-02")
                .contains("下降 34%（16–48），3 周 · 每百在途包裹：上线前 28 天 5，上线后 3.3");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_096, 12_000})
    void aChatGetsAsManyItemsAsFit(int bytes) {
        String text = new MarkdownDigest(Digests.large(8), ZH).within(bytes);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(bytes * 6 / 10, bytes);
        assertThat(text).contains("个条目未列出").doesNotContain("开线了");
    }

    @Test
    void aChatThatTakesNextToNothingGetsTheBeginning() {
        assertThat(new MarkdownDigest(Digests.corrected(), ZH).within(100))
                .startsWith("# 商品问题简报")
                .satisfies(text ->
                        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(96, 100));
    }

    @Test
    void mailProgramsShowTheHtml() {
        String html = new HtmlDigest(Digests.week(), ZH).document();

        assertThat(html)
                .contains("Northlight &lt;Home&gt;")
                .contains("Seam &lt;came&gt; undone &amp; the &quot;glue&quot;");
        assertThat(html.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "<script",
                        "<style",
                        "<link",
                        "<img",
                        "<svg",
                        "javascript:",
                        "http",
                        "flex",
                        "grid",
                        "position:")
                .doesNotContain("class=", "onclick");
        assertThat(tags(html))
                .isSubsetOf("html", "head", "meta", "title", "body", "table", "tr", "td", "div", "span", "b", "br");
        assertThat(count(html, "<td")).isEqualTo(count(html, "</td>"));
        assertThat(count(html, "<table")).isEqualTo(count(html, "</table>"));
    }

    @Test
    void theLargestIsSmallEnoughNotToBeCut() {
        String html = new HtmlDigest(Digests.large(34), ZH).document();

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isBetween(80_000, MOST_BYTES);
        assertThat(html).contains("个条目未列出").contains("升级至主管").endsWith("</html>\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            123456 | CNY | 2 | ¥1,234.56
            -5     | USD | 2 | -$0.05
            1200   | JPY | 0 | JP¥1,200
            99     | CHF | 2 | CHF 0.99
            """)
    void moneyIsWrittenAsPeopleWriteIt(long amount, String currency, int digits, String expected) {
        assertThat(Words.money(amount, currency, digits)).isEqualTo(expected);
    }

    private static List<String> tags(String html) {
        Matcher tag = Pattern.compile("<([a-z]+)").matcher(html.replaceAll("<!--.*?-->", ""));
        return tag.results().map(result -> result.group(1)).distinct().toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length;
    }
}
