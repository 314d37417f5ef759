package io.deskpulse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads what a case expects out of ClickHouse. A view asked at an instant, for a rule or over some days is a parameterized view, {@code
 * <view>_at}, {@code <view>_of} or {@code <view>_between}.
 */
final class ViewReader {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClickHouseHttp clickHouse;
    private final Map<String, List<String>> orders;

    ViewReader(ClickHouseHttp clickHouse, Map<String, List<String>> orders) {
        this.clickHouse = clickHouse;
        this.orders = orders;
    }

    /** All rows of the shop, with all columns. */
    List<JsonNode> rows(String shopId, Expectation expectation) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : clickHouse.query(sql(shopId, expectation)).lines().toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static String view(Expectation expectation) {
        if (expectation.rule() != null && !isScore(expectation)) {
            return "%s_of(rule = '%s')".formatted(expectation.view(), expectation.rule());
        }
        if (expectation.days() != null) {
            String[] days = expectation.days().split("/", 2);
            return "%s_between(from_day = '%s', to_day = '%s')".formatted(expectation.view(), days[0], days[1]);
        }
        return expectation.at() == null
                ? expectation.view()
                : "%s_at(at = '%s')"
                        .formatted(
                                expectation.view(),
                                OffsetDateTime.parse(expectation.at())
                                        .withOffsetSameInstant(ZoneOffset.UTC)
                                        .format(AT));
    }

    private static boolean isScore(Expectation expectation) {
        return expectation.view().equals(Expectation.SCORES);
    }

    private String sql(String shopId, Expectation expectation) {
        String rule = !isScore(expectation) ? "" : " AND concat(rule_id, '@', version) = '" + expectation.rule() + "'";
        return ("SELECT * FROM deskpulse.%s WHERE shop_id = '%s'%s ORDER BY %s FORMAT JSONEachRow"
                        + " SETTINGS date_time_output_format = 'iso', output_format_json_quote_64bit_integers = 0")
                .formatted(view(expectation), shopId, rule, String.join(", ", orders.get(expectation.view())));
    }
}
