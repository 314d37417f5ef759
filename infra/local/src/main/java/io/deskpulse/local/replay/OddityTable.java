package io.deskpulse.local.replay;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.tables.Cells;
import io.deskpulse.ops.tables.Table;
import java.io.IOException;
import java.util.List;

/** What is odd about the events of a replay: a line for each kind that the view {@code data_quality} has, over all shops and days. */
public final class OddityTable {
    private static final int EXAMPLE_COLUMNS = 48;

    private static final String SQL = "SELECT kind, sum(count) AS found, uniqExact(shop_id) AS shops,"
            + " argMin(concat(subject, ' ', example, if(shop_id = '', '', concat(' of ', shop_id))), (day, shop_id, example)) AS looked_up"
            + " FROM deskpulse.data_quality GROUP BY kind ORDER BY found DESC, kind";

    private final ClickHouseHttp clickHouse;

    /** The oddities that a server's views tell. */
    public OddityTable(ClickHouseHttp clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * The table as text, with a line end after each line; empty when nothing is odd.
     *
     * @throws IOException when ClickHouse does not answer
     */
    public String text() throws IOException {
        return table(clickHouse
                .query(SQL)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList());
    }

    /** The same of the answers of ClickHouse. */
    static String table(List<List<String>> kinds) {
        if (kinds.isEmpty()) {
            return "";
        }
        List<List<String>> lines = kinds.stream()
                .map(kind -> List.of(
                        kind.get(0),
                        Cells.count(Long.parseLong(kind.get(1))),
                        Cells.count(Long.parseLong(kind.get(2))),
                        Cells.name(kind.get(3), EXAMPLE_COLUMNS)))
                .toList();
        return new Table(List.of("what is odd (view data_quality)", "count>", "shops>", "for example"), lines).text();
    }
}
