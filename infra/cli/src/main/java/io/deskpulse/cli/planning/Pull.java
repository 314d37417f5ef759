package io.deskpulse.cli.planning;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.forecasts.ForecastStore;
import io.deskpulse.ops.forecasts.Regrid;
import io.deskpulse.ops.forecasts.calendar.CalendarFile;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What {@code deskpulse forecast} and {@code deskpulse staffing} pull; a mixin. */
public final class Pull {
    @Option(names = "--shop", paramLabel = "SHOP", description = "The shop.")
    private String shop;

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "CHAT, PHONE or VIDEO (default: all).")
    private String channel;

    @Option(names = "--from", paramLabel = "DAY", description = "First day, or a time (default: from the last run on).")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Last day, or a time that is no more in it (default: to the end).")
    private String to;

    @Option(
            names = "--interval",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description =
                    "15, 30 or 60; made of what is stored, with the same contacts in all (default: ${DEFAULT-VALUE}).")
    private int interval;

    @Option(names = "--made-at", paramLabel = "TIME", description = "As it was known then (default: now).")
    private String madeAt;

    @Mixin
    private ExportArguments export;

    @Mixin
    private WhatIfArguments whatIf;

    @Mixin
    private PlanningArguments planning;

    /** Whether a shop is named. */
    public boolean isAsked() {
        return shop != null;
    }

    /**
     * Pulls, and writes it where it was asked for.
     *
     * @param calendar what a calendar of the shop shows
     */
    public void run(CommandSpec spec, BiFunction<PlanningArguments, String, List<CalendarFile.Entry>> calendar) {
        if (shop == null) {
            throw new UserError("Which shop? Give --shop; deskpulse shops list names them.");
        }
        if (!List.of(15, 30, 60).contains(interval)) {
            throw new UserError("--interval must be 15, 30 or 60, got " + interval + ".");
        }
        ZoneId zone = planning.zone(shop);
        if (export.calendar()) {
            List<CalendarFile.Entry> entries = calendar.apply(planning, shop);
            export.text(
                    spec.commandLine().getOut(), () -> new CalendarFile(zone, PlanningArguments.now(), entries).text());
            return;
        }
        List<ForecastRow> rows = whatIf.apply(Regrid.to(interval, stored(zone)));
        export.write(rows, spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** What is stored at the length asked for, else at the other one. */
    private List<ForecastRow> stored(ZoneId zone) {
        ForecastStore store = new ForecastStore(planning.clickHouse());
        int first = interval == 15 ? 15 : 30;
        try {
            return store.pull(question(first, zone), zone);
        } catch (UserError none) {
            try {
                return store.pull(question(45 - first, zone), zone);
            } catch (UserError neither) {
                throw none;
            }
        }
    }

    private ForecastStore.Question question(int minutes, ZoneId zone) {
        return new ForecastStore.Question(
                shop,
                channel == null ? "" : PlanningArguments.channel(channel),
                checked("--from", from, zone),
                checked("--to", to, zone),
                minutes,
                madeAt == null
                        ? ""
                        : PlanningArguments.instant("--made-at", madeAt, zone).toString());
    }

    /** A day stays one, which is the shop's; a time becomes an instant. */
    private static String checked(String option, String text, ZoneId zone) {
        if (text == null) {
            return "";
        }
        String instant = PlanningArguments.instant(option, text, zone).toString();
        return text.length() == 10 ? text : instant;
    }
}
