package io.deskpulse.metrics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of writing that got past the redaction, and ordinary talk that looks like them. */
class OddSpellingsTest {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String TRADITIONAL = "零壹貳參肆伍陸柒捌玖";
    private static final String[] WORDS = "zero one two three four five six seven eight nine".split(" ");

    @Test
    void whateverStandsBetweenAllDigitsOfAPhoneHidesNothing() {
        SplittableRandom random = new SplittableRandom(20261129);
        List<String> signs = List.of("★", "…", "😀", "=", "^", "\\", "点", "#!", "\u2011", "；", "->", "§ ");
        for (int i = 0; i < 2_000; i++) {
            String phone = phone(random);
            String sign = signs.get(random.nextInt(signs.size()));
            boolean isSingle = random.nextBoolean() || sign.equals("点");
            String written = isSingle
                    ? String.join(sign, phone.split(""))
                    : String.join(sign, phone.substring(0, 3), phone.substring(3, 7), phone.substring(7));

            assertThat(TextRedaction.redact("打" + written + "找我")).isEqualTo("打[phone]找我");
        }
    }

    @Test
    void neitherTraditionalNumeralsNorWordsWithoutBlanksHideAPhone() {
        SplittableRandom random = new SplittableRandom(15);
        for (int i = 0; i < 1_000; i++) {
            List<String> numerals = new ArrayList<>();
            List<String> words = new ArrayList<>();
            phone(random).chars().map(c -> c - '0').forEach(digit -> {
                String from = random.nextBoolean() ? NUMERALS : TRADITIONAL;
                numerals.add(from.substring(digit, digit + 1));
                words.add(WORDS[digit]);
            });

            assertThat(TextRedaction.redact("打" + String.join("", numerals))).isEqualTo("打[phone]");
            assertThat(TextRedaction.redact("ring " + String.join("", words))).isEqualTo("ring [phone]");
        }
    }

    private static String phone(SplittableRandom random) {
        return "1" + (3 + random.nextInt(7))
                + Long.toString(1_000_000_000L + random.nextInt(1_000_000_000)).substring(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            135....2468....0917 | [phone]
            call one three five double two six eight zero nine one seven | call [phone]
            ring 415-five five five-2671 | ring [phone]
            收貨人：陳大文 | 收貨人：[name]
            臺北市大安區忠孝東路四段100號 | [address]
            350 5th Ave, New York, NY 10118 | [address]
            mail john.smith at gmail.com today | mail [email] today
            liming[@]qq[.]com | [email]
            johnATgmailDOTcom | [email]
            wxid_a1b2c3d4e5f6 | [account]
            my wеchat is lily_2020 | my wеchat is [account]
            add my WeChat, it's lily_2020 | add my WeChat, it's [account]
            微.信 lihua1990 | 微.信 [account]
            物流号 ZTO55667788 | 物流号 [order]
            my order ABC123456 | my order [order]
            order is 112-1234567-1234567 | order is [order]
            会员名：小明爱吃鱼 | 会员名：[buyer]
            my account is jane_doe99 | my account is [buyer]
            my name is john smith | my name is [name]
            """)
    void takesOut(String text, String expectation) {
        assertThat(TextRedaction.redact(text)).isEqualTo(expectation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            尺寸159*299*89*199的有货吗
            买了1399、1299、1499三个价位的
            订单2024-08-15下的，到现在没发
            2024-08-15 13:30:25付的款
            联系人怎么修改
            微信付款扣了1299
            微信支付失败error404
            用户名能改吗
            a 5 star place
            12 large square plates
            my name is wrong on the label
            bought at amazon.com last week
            account number is required
            order 100 pieces for our school
            """)
    void leavesOrdinaryTalkAlone(String text) {
        assertThat(TextRedaction.redact(text)).isEqualTo(text);
    }

    @Test
    void countsNoDataThatCannotBeLeft() {
        RedactionScore score = new RedactionScore();

        assertThatThrownBy(() -> score.personal("phone", "★", "★", TextRedaction::redact))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phone");
    }
}
