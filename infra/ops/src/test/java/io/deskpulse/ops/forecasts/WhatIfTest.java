package io.deskpulse.ops.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.staffing.Shrinkage;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other lengths of interval, and other worlds. */
class WhatIfTest {
    private static final List<ForecastRow> ROWS =
            Rows.chats("Asia/Shanghai", "2026-11-11T12:00:00Z", 30, 10, 30, 50, 0, 7.3, 7.3);

    @Test
    void halvesFollowTheSlopeAndKeepTheTotal() {
        List<ForecastRow> quarters = Regrid.to(15, ROWS);

        assertThat(quarters).hasSize(12);
        assertThat(total(quarters)).isEqualTo(total(ROWS), within(1e-9));
        for (int i = 0; i < ROWS.size(); i++) {
            assertThat(total(quarters.subList(2 * i, 2 * i + 2)))
                    .isEqualTo(ROWS.get(i).volume().mean(), within(1e-9));
        }
        assertThat(quarters.get(2).volume().mean()).isEqualTo(15 - 40 / 16.0, within(1e-9));
        assertThat(quarters)
                .allSatisfy(row -> assertThat(row.volume().quantiles()).isSorted());
        assertThat(Regrid.to(60, ROWS)).hasSize(3);
        assertThat(total(Regrid.to(60, ROWS))).isEqualTo(total(ROWS), within(1e-9));
        assertThat(Regrid.to(30, ROWS)).isEqualTo(ROWS);
    }

    @Test
    void moreContactsAndStricterTargetsNeedMoreAgents() {
        int usual = needed(WhatIf.NOTHING);

        assertThat(needed(new WhatIf(Double.NaN, Double.NaN, Double.NaN, null, 1.5, null, null)))
                .isGreaterThan(usual);
        assertThat(needed(new WhatIf(0.99, 5, Double.NaN, null, Double.NaN, null, null)))
                .isGreaterThan(usual);
        List<ForecastRow> lost = new WhatIf(
                        Double.NaN, Double.NaN, Double.NaN, new Shrinkage(0.3, 0), Double.NaN, null, null)
                .apply(ROWS);
        assertThat(lost)
                .allSatisfy(row ->
                        assertThat(row.need().gross()).isEqualTo(row.need().agents() / 0.7, within(1e-9)));
    }

    @Test
    void aClosedShopNeedsNobody() {
        List<ForecastRow> rows = new WhatIf(
                        Double.NaN, Double.NaN, Double.NaN, null, Double.NaN, LocalTime.of(21, 0), LocalTime.of(8, 0))
                .apply(ROWS);

        assertThat(rows.get(0).volume().mean()).isEqualTo(10);
        assertThat(rows.subList(2, 6))
                .allSatisfy(row -> assertThat(row.volume().mean()).isZero());
        assertThat(rows.get(5).need().agents()).isZero();
    }

    private static int needed(WhatIf whatIf) {
        return whatIf.apply(ROWS).stream().mapToInt(row -> row.need().agents()).sum();
    }

    private static double total(List<ForecastRow> rows) {
        return rows.stream().mapToDouble(row -> row.volume().mean()).sum();
    }
}
