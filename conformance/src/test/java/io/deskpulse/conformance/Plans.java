package io.deskpulse.conformance;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.forecasts.ForecastStore;
import io.deskpulse.ops.forecasts.OverrideStore;
import io.deskpulse.ops.forecasts.Regrid;
import io.deskpulse.ops.forecasts.Said;
import io.deskpulse.ops.forecasts.TagStore;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores what planners of a case had: forecasts as the staffing job keeps them, overrides and tags as the commands do. */
record Plans(ClickHouseHttp admin, ClickHouseSql sql) {
    private static final String WHY = "conformance";

    void store(ConformanceCase test) throws IOException {
        Planned planned = test.planned();
        ZoneId zone = ZoneId.of(test.timeZone() == null ? "Asia/Shanghai" : test.timeZone());
        for (Planned.Forecast forecast : planned.forecasts()) {
            insert(test.id(), zone, forecast);
        }
        for (Planned.Override override : planned.overrides()) {
            overrule(new ForecastRow.Series(test.id(), override.channel(), zone), override);
        }
        for (Planned.Tag tag : planned.tags()) {
            new TagStore(sql)
                    .add(
                            new TagStore.NewTag(test.id(), tag.channel(), tag.kind(), tag.from(), tag.to(), 0),
                            new Said(WHY, tag.to().atStartOfDay(zone).toInstant(), WHY));
        }
    }

    private void insert(String shop, ZoneId zone, Planned.Forecast forecast) throws IOException {
        LocalDate day = forecast.start().atZoneSameInstant(zone).toLocalDate();
        String texts = Stream.of(
                        shop,
                        forecast.channel(),
                        time(forecast.madeAt()),
                        time(forecast.start()),
                        day.toString(),
                        day.minusDays(forecast.leadDays()).toString())
                .map(ClickHouseHttp::literal)
                .collect(Collectors.joining(", "));
        List<Double> numbers = forecast.meanAndQuantiles();
        admin.query("INSERT INTO deskpulse.forecast_slots (shop_id, channel, made_at, interval_start, day, origin,"
                + " interval_min, lead_days, mean, p025, p10, p90, p975, p50, same_slot_mean, weekly_contacts, aht_s, aht_curve,"
                + " queue, target_ratio, target_s, max_occupancy, sl_definition) VALUES (" + texts + ", "
                + forecast.minutes() + ", " + forecast.leadDays() + ", "
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ", " + numbers.get(0) + ", "
                + (forecast.sameSlotMean() == null ? "NULL" : forecast.sameSlotMean()) + ", "
                + forecast.weeklyContacts() + ", 360, [360], 'CHAT', 0.8, 60, 0.85, 'a')");
    }

    private void overrule(ForecastRow.Series series, Planned.Override override) {
        OverrideStore store = new OverrideStore(sql);
        OverrideStore.Range range = new OverrideStore.Range(
                override.from().toInstant(), override.to().toInstant());
        Said said = new Said(override.by(), override.madeAt().toInstant(), WHY);
        String name;
        if (Double.isNaN(override.contacts())) {
            name = store.addFactor(series, range, override.factor(), said);
        } else {
            List<ForecastRow> known = new ForecastStore(sql)
                    .pull(
                            new ForecastStore.Question(
                                    series.shop(),
                                    series.channel(),
                                    range.from().toString(),
                                    range.to().toString(),
                                    30,
                                    said.at().toString()),
                            series.zone());
            name = store.addValue(series, range, override.contacts(), Regrid.to(15, known), said);
        }
        if (override.removedAt() != null) {
            store.remove(name, override.by(), override.removedAt().toInstant());
        }
    }

    private static String time(OffsetDateTime time) {
        return ClickHouseTime.text(time.toInstant());
    }
}
