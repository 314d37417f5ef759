package io.deskpulse.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
    private static final TimeRange RANGE = new TimeRange(Instant.ofEpochSecond(1000), Instant.ofEpochSecond(2000));
    private static final String BY_SHOP = "WHERE $__conditionalAll(shop_id IN (${shop:singlequote}), $shop)";

    @Test
    void keepsTheConditionWhileSomeAreChosen() {
        assertThat(expanded(BY_SHOP, "shop-1")).isEqualTo("WHERE shop_id IN ('shop-1')");
        assertThat(expanded(BY_SHOP, "shop-1", "it's")).isEqualTo("WHERE shop_id IN ('shop-1','it\\'s')");
    }

    @Test
    void dropsTheConditionWhileAllOrNoneAreChosen() {
        assertThat(expanded(BY_SHOP, VariableValues.ALL)).isEqualTo("WHERE 1=1");
        assertThat(expanded(BY_SHOP, VariableValues.ALL, "shop-1")).isEqualTo("WHERE 1=1");
        assertThat(expanded(BY_SHOP)).isEqualTo("WHERE 1=1");
        assertThat(expanded(BY_SHOP, "")).isEqualTo("WHERE 1=1");
    }

    @Test
    void expandsConditionsWithinConditionsAndMacrosWithinThem() {
        String sql =
                "$__conditionalAll((a = 1 OR $__conditionalAll(b IN (${shop:sqlstring}), ${shop})) AND $__timeTo(c), $shop)";

        assertThat(expanded(sql, "x")).isEqualTo("(a = 1 OR b IN ('x')) AND c <= toDateTime(2000)");
        assertThat(expanded(sql, VariableValues.ALL)).isEqualTo("1=1");
    }

    @Test
    void doesNotReadValuesAsMacros() {
        assertThat(expanded("a = ${shop:sqlstring}", "5$ off")).isEqualTo("a = '5$ off'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$__conditionalAll(a IN ('x,y'), z, $shop)",
                "$__conditionalAll(a = ')', $shop)",
                "$__conditionalAll(a IN (${shop:singlequote}), ${shop:singlequote})",
                "$__conditionalAll(a = 1, shop)",
                "$__conditionalAll(a = 1, $other)",
                "$__conditionalAll(match(a, 'x$'), $shop)",
                "$__conditionalAll(a = 1",
            })
    void refusesConditionsThatThePluginWouldMisread(String sql) {
        assertThatIllegalArgumentException().isThrownBy(() -> expanded(sql, "x"));
    }

    private static String expanded(String sql, String... shops) {
        return QueryText.expand(sql, VariableValues.of(Map.of("shop", List.of(shops))), RANGE, Duration.ofSeconds(60));
    }
}
