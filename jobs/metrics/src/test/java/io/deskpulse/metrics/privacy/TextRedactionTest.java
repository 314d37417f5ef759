package io.deskpulse.metrics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我的手机是13812345678，谢谢 | 我的手机是[phone]，谢谢
            打１３８１２３４５６７８ | 打[phone]
            138 1234 5678 call me | [phone] call me
            call +44 20 7946 0958 now | call [phone] now
            (555) 123-4567 | [phone]
            mobile 07700 900123 | mobile [phone]
            Lindenstrasse 7, 10969 Berlin | [address], 10969 Berlin
            7 Rue des Alpes, Annecy | [address], Annecy
            Name is Emily Carter | Name is [name]
            座机010-62345678 | 座机[phone]
            身份证11010519491231002X | 身份证[id-card]
            卡号6222 0212 3456 7890 123 | 卡号[bank-card]
            card 4111-1111-1111-1111 ok | card [bank-card] ok
            write to li.lei+shop@example.com please | write to [email] please
            浙江省杭州市西湖区文三路123号5幢602室 | [address]
            文三路123号5幢 到了吗 | [address] 到了吗
            ship to 221 Baker Street today | ship to [address] today
            我叫王小明，在吗 | 我叫[name]，在吗
            收件人：李雷，发货了吗 | 收件人：[name]，发货了吗
            my name is Jane Doe and I wait | my name is [name] and I wait
            add me on wechat zhangwei | add me on wechat [account]
            QQ号：一二三四五六七八 | QQ号：[account]
            薇❤zw1988 | 薇❤[account]
            telegram @zhangwei | telegram @[account]
            find me on ig: lily.flower | find me on ig: [account]
            西湖区文三路 123号 4幢 501室 | [address]
            1600 Amphitheatre Parkway now | [address] now
            my passport is E12345678 | my passport is [id-card]
            我的護照 E12345678 | 我的護照 [id-card]
            訂單號 AB20261128 | 訂單號 [order]
            my number is four one five five five five two six seven one | my number is [phone]
            my number is 4155552671, thanks | my number is [phone], thanks
            地址：浙江省杭州市西湖区文三路478号华星时代广场A座1203室 | 地址：[address]
            ship it to 221B Baker Street, London NW1 6XE | ship it to [address]
            1600 Pennsylvania Ave NW, Washington DC 20500 please | [address] please
            """)
    void takesOutPersonalData(String text, String expectation) {
        assertThat(TextRedaction.redact(text)).isEqualTo(expectation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            在吗，这件衣服有货吗？
            I paid 128.00 for 2 items on 2026-11-11
            订单尾号 1234，买了3件，共 299 元
            the jacket is size 42, is it waterproof?
            """)
    void leavesOrdinaryTalkAlone(String text) {
        assertThat(TextRedaction.redact(text)).isEqualTo(text);
    }

    @Test
    void colleaguesKeepTheirNamesAndNothingElse() {
        assertThat(TextRedaction.redactColleague("王经理")).isEqualTo("王经理");
        assertThat(TextRedaction.redactColleague("my name is Jane Doe")).isEqualTo("my name is Jane Doe");
        assertThat(TextRedaction.redactColleague("Ann, 13812345678, ann@example.com"))
                .isEqualTo("Ann, [phone], [email]");
        assertThat(TextRedaction.redactColleague(null)).isNull();
    }

    @Test
    void nullAndEmptyStayWhatTheyAre() {
        assertThat(TextRedaction.redact(null)).isNull();
        assertThat(TextRedaction.redact("")).isEmpty();
    }
}
