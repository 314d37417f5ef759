package io.deskpulse.dashboards.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacrosTest {
    private static final Macros MACROS = new Macros(
            Instant.ofEpochMilli(1_700_000_000_250L), Instant.ofEpochMilli(1_700_086_400_750L), Duration.ofSeconds(90));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "$__timeFilter(c) => c >= toDateTime(1700000000) AND c <= toDateTime(1700086400)",
                "$__timeFilter_ms(c) => c >= fromUnixTimestamp64Milli(1700000000250) AND c <= fromUnixTimestamp64Milli(1700086400750)",
                "$__dateFilter(d) => d >= toDate('2023-11-14') AND d <= toDate('2023-11-15')",
                "$__dateTimeFilter(d, t) => (d >= toDate('2023-11-14') AND d <= toDate('2023-11-15'))"
                        + " AND (t >= toDateTime(1700000000) AND t <= toDateTime(1700086400))",
                "$__dt(d,t) => (d >= toDate('2023-11-14') AND d <= toDate('2023-11-15'))"
                        + " AND (t >= toDateTime(1700000000) AND t <= toDateTime(1700086400))",
                "$__fromTime,$__toTime => toDateTime(1700000000),toDateTime(1700086400)",
                "$__fromTime_ms => fromUnixTimestamp64Milli(1700000000250)",
                "$__toTime_ms => fromUnixTimestamp64Milli(1700086400750)",
                "$__timeFrom(c) => c >= toDateTime(1700000000)",
                "$__timeTo(c) => c <= toDateTime(1700086400)",
                "$__timeInterval(c) => toStartOfInterval(toDateTime(c), INTERVAL 90 second)",
                "$__timeInterval_ms(c) => toStartOfInterval(toDateTime64(c, 3), INTERVAL 90000 millisecond)",
                "$__timeGroup(c, 5m) => toStartOfInterval(toDateTime(c), INTERVAL 300 second)",
                "$__timeGroup(c,'1h30m') => toStartOfInterval(toDateTime(c), INTERVAL 5400 second)",
                "$__interval_s $__interval_ms $__interval => 90 90000 1m",
            })
    void expandsAsThePluginDoes(String macro, String expanded) {
        assertThat(MACROS.expand(macro)).isEqualTo(expanded);
    }

    @Test
    void expandsWithinArguments() {
        assertThat(MACROS.expand("toDate($__toTime, 'Asia/Shanghai') - 1 + $__timeInterval(greatest(a, $__fromTime))"))
                .isEqualTo("toDate(toDateTime(1700086400), 'Asia/Shanghai') - 1 + "
                        + "toStartOfInterval(toDateTime(greatest(a, toDateTime(1700000000))), INTERVAL 90 second)");
    }

    @Test
    void leavesCommentsAndForeignDollarsAlone() {
        String sql = "SELECT 1 -- $__nothing(\n/* $__timeFilter( */ , match(a, '^b$'), '$c'";

        assertThat(MACROS.expand(sql)).isEqualTo(sql);
    }

    @Test
    void neverProposesBucketsShorterThanTheUnit() {
        Macros fine = new Macros(Instant.EPOCH, Instant.EPOCH, Duration.ofMillis(20));

        assertThat(fine.expand("$__interval_s $__interval")).isEqualTo("1 20ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$__timefilter(c)",
                "$__from",
                "$__columns(t, k, v) FROM x",
                "$__adHocFilters('t')",
                "$__timeFilter",
                "$__timeFilter()",
                "$__timeFilter(a, b)",
                "$__timeFilter(a",
                "$__timeGroup(a)",
                "$__timeGroup(a, 1d)",
                "$__dateTimeFilter(a)",
            })
    void refusesWhatThePluginWouldNotExpand(String macro) {
        assertThatIllegalArgumentException().isThrownBy(() -> MACROS.expand(macro));
    }
}
