package io.deskpulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopTableTest {

    @Test
    void tellsLongWaitsInTheirColumn() {
        String table = ShopTable.table(
                ShopNumbers.CONVERSATIONS,
                List.of(
                        List.of("chipotletweets", "1172", "1223", "223", "597000", "806800", "1", "21"),
                        List.of("小美旗舰店", "1", "1", "1", "\\N", "\\N", "0", "0")),
                List.of(List.of("", "1173", "1224", "224", "597000", "1264599000", "1", "21")));

        assertThat(table).isEqualTo("""
                shop            conversations  rounds  waits  median wait   p90 wait  within 3 min (tb)
                chipotletweets          1,172   1,223    223      597.0 s    806.8 s   1 of 21,   4.8 %
                小美旗舰店                  1       1      1            -          -                  -
                all 2 shops             1,173   1,224    224      597.0 s  14 d 15 h   1 of 21,   4.8 %
                """);
    }

    @Test
    void tellsWhatOrdersBroughtAndAddsUpNoTwoCurrencies() {
        String table = ShopTable.table(
                ShopNumbers.ORDERS,
                List.of(
                        List.of("s1", "40", "23", "1234500", "5000", "1229500", "CNY", "2", "3"),
                        List.of("s2", "4", "2", "1234500", "5000", "1229500", "JPY", "0", "0")),
                List.of(List.of("", "44", "25", "2469000", "10000", "2459000", "", "2", "3")));

        assertThat(table).isEqualTo("""
                shop         orders               paid  currency   paid for  refunded        net  with anomalies
                s1               40  23 of 40,  57.5 %  CNY       12,345.00     50.00  12,295.00               3
                s2                4    2 of 4,  50.0 %  JPY       1,234,500     5,000  1,229,500               0
                all 2 shops      44  25 of 44,  56.8 %  several           -         -          -               3
                """);
    }

    @Test
    void tellsWhatBecameOfTicketsAndHowManyShopsHaveNoLine() {
        List<List<String>> shops = IntStream.range(0, 1_025)
                .mapToObj(i -> List.of("s" + i, "4", "3", "1", "1"))
                .toList();

        String table =
                ShopTable.table(ShopNumbers.TICKETS, shops, List.of(List.of("", "4100", "3075", "1025", "1025")));

        assertThat(table.lines()).hasSize(23);
        assertThat(table.lines().limit(2))
                .containsExactly(
                        "shop                    tickets                 resolved  reopened   open",
                        "s0                            4          3 of 4,  75.0 %         1      1");
        assertThat(table.lines().skip(21))
                .containsExactly(
                        "… and 1,005 more shops",
                        "all 1,025 shops           4,100  3,075 of 4,100,  75.0 %     1,025  1,025");
    }
}
