package io.deskpulse.streaming.staffing;

import io.deskpulse.metrics.planning.PlannedDay;
import io.deskpulse.metrics.planning.PlannedSlot;
import io.deskpulse.metrics.planning.SeriesPlan;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactTable;

/** Tables {@code forecast_slots}, {@code forecast_totals} and {@code forecast_oddities}. */
final class PlanTables {
    /** What an interval puts into its table. */
    static final FactTable<Run.Row<PlannedSlot>> SLOTS = new FactTable<>(
            "forecast_slots",
            PlanTables.<PlannedSlot>series()
                    .of(Run.Row::item, times())
                    .of(row -> row.item().quantiles(), quantiles())
                    .of(Run.Row::item, forecast())
                    .float64("weekly_contacts", row -> row.run().weeklyContacts())
                    .of(row -> row.item().evidence(), evidence())
                    .of(Run.Row::item, staffing()));

    /** What a day puts into its table. */
    static final FactTable<Run.Row<PlannedDay>> DAYS = new FactTable<>(
            "forecast_totals",
            new Columns<Run.Row<PlannedDay>>()
                    .word("shop_id", row -> row.run().shopId())
                    .word("channel", row -> row.run().channel())
                    .uint32("interval_min", row -> row.run().intervalMinutes())
                    .instant("made_at", row -> row.run().madeAtMillis())
                    .day("day", row -> row.item().epochDay())
                    .uint32("lead_days", row -> row.item().leadDays())
                    .float64("mean", row -> row.item().mean())
                    .of(row -> row.item().quantiles(), quantiles())
                    .float64("p95", row -> row.item().p95())
                    .of(row -> row.item().evidence(), evidence()));

    /** What an odd day puts into its table. */
    static final FactTable<Run.Row<SeriesPlan.Oddity>> ODDITIES = new FactTable<>(
            "forecast_oddities",
            new Columns<Run.Row<SeriesPlan.Oddity>>()
                    .word("shop_id", row -> row.run().shopId())
                    .word("channel", row -> row.run().channel())
                    .day("day", row -> row.item().epochDay())
                    .float64("contacts", row -> row.item().contacts())
                    .float64("usual", row -> row.item().usual())
                    .instant("made_at", row -> row.run().madeAtMillis()));

    private PlanTables() {}

    private static <T> Columns<Run.Row<T>> series() {
        return new Columns<Run.Row<T>>()
                .word("shop_id", row -> row.run().shopId())
                .word("channel", row -> row.run().channel())
                .uint32("interval_min", row -> row.run().intervalMinutes())
                .instant("made_at", row -> row.run().madeAtMillis())
                .day("origin", row -> row.run().originDay());
    }

    private static Columns<PlannedSlot> times() {
        return new Columns<PlannedSlot>()
                .instant("interval_start", PlannedSlot::startMillis)
                .day("day", PlannedSlot::epochDay)
                .uint32("lead_days", PlannedSlot::leadDays)
                .float64("mean", PlannedSlot::mean)
                .float64("p95", PlannedSlot::p95);
    }

    private static Columns<double[]> quantiles() {
        return new Columns<double[]>()
                .float64("p025", levels -> levels[0])
                .float64("p10", levels -> levels[1])
                .float64("p25", levels -> levels[2])
                .float64("p50", levels -> levels[3])
                .float64("p75", levels -> levels[4])
                .float64("p90", levels -> levels[5])
                .float64("p975", levels -> levels[6]);
    }

    private static Columns<PlannedSlot> forecast() {
        return new Columns<PlannedSlot>()
                .of(
                        PlannedSlot::factors,
                        new Columns<PlannedSlot.Factors>()
                                .float64("factor_level", PlannedSlot.Factors::level)
                                .float64("factor_weekday", PlannedSlot.Factors::weekday)
                                .float64("factor_calendar", PlannedSlot.Factors::calendar)
                                .float64("factor_events", PlannedSlot.Factors::eventFactor)
                                .float64("factor_others", PlannedSlot.Factors::others)
                                .float64("factor_intraday", PlannedSlot.Factors::intraday)
                                .float64("factor_share", PlannedSlot.Factors::share)
                                .nested(
                                        "events",
                                        PlannedSlot.Factors::events,
                                        new Columns<PlannedSlot.Effect>()
                                                .word("phase", PlannedSlot.Effect::phase)
                                                .float64("factor", PlannedSlot.Effect::factor)
                                                .text("learned_from", PlannedSlot.Effect::learnedFrom)))
                .float64OrNull("same_slot_mean", PlannedSlot::sameSlotMean)
                .float64OrNull("override", PlannedSlot::override);
    }

    private static Columns<PlannedSlot.Evidence> evidence() {
        return new Columns<PlannedSlot.Evidence>()
                .uint32("confidence", PlannedSlot.Evidence::days)
                .bool("young", PlannedSlot.Evidence::young)
                .text("event_id", PlannedSlot.Evidence::eventId)
                .word("model", PlannedSlot.Evidence::model);
    }

    private static Columns<PlannedSlot> staffing() {
        return new Columns<PlannedSlot>()
                .float64("aht_s", slot -> slot.demand().handleSeconds())
                .float64s("aht_curve", slot -> slot.demand().curve().handleSeconds())
                .float64OrNull("patience_s", slot -> slot.demand().patienceSeconds())
                .float64("target_ratio", slot -> slot.requirement().targetRatio())
                .float64("target_s", slot -> slot.requirement().targetSeconds())
                .float64("max_occupancy", slot -> slot.requirement().maxOccupancy())
                .word("sl_definition", slot -> slot.requirement().definition().code())
                .float64("load_erl", slot -> slot.need().loadErlang())
                .float64("concurrency", slot -> slot.need().concurrency())
                .constant("queue", slot -> slot.need().queue())
                .uint32("agents_p50", slot -> slot.need().agentsAtMedian())
                .uint32("agents_p75", slot -> slot.need().agents())
                .float64("planned_shrinkage", slot -> slot.need().shrinkage().planned())
                .float64("unplanned_shrinkage", slot -> slot.need().shrinkage().unplanned())
                .float64("agents_gross", slot -> slot.need().gross())
                .float64("occupancy", slot -> slot.need().occupancy())
                .float64("service_level", slot -> slot.need().serviceLevel())
                .float64("backlog", slot -> slot.need().backlog())
                .float64("idle_s", slot -> slot.gap().idleSeconds())
                .float64("deferred_s", slot -> slot.gap().deferredSeconds())
                .float64("deferred_late_s", slot -> slot.gap().lateSeconds());
    }
}
