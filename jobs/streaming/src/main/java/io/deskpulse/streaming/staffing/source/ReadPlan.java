package io.deskpulse.streaming.staffing.source;

import io.deskpulse.streaming.sinks.ClickHouseAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What a run reads.
 *
 * @param server where facts lie
 * @param madeAt moment of the forecast; nothing that came later is read
 * @param intervalMinutes length of an interval: 15 or 30
 * @param historyWeeks weeks of contacts that forecasts learn from
 * @param shops shops to plan, in any order; empty for all
 * @param shopsPerSplit shops read at a time
 * @param holidays public holidays: CN, none, or auto for CN where money is CNY
 */
public record ReadPlan(
        ClickHouseAddress server,
        Instant madeAt,
        int intervalMinutes,
        int historyWeeks,
        List<String> shops,
        int shopsPerSplit,
        String holidays)
        implements Serializable {
    /** Copies the list. */
    public ReadPlan {
        shops = List.copyOf(shops);
    }
}
