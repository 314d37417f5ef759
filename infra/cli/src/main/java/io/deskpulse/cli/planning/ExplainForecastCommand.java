package io.deskpulse.cli.planning;

import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.forecasts.ForecastStory;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse forecast explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Why a number is what it is: the factors that multiply to it, and the days that taught them.",
        footerHeading = "%nExamples:%n",
        footer = "  deskpulse forecast explain --shop s1 --channel CHAT --at 2026-11-11T20:00")
public final class ExplainForecastCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "SHOP", required = true, description = "The shop.")
    private String shop;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            defaultValue = "CHAT",
            description = "CHAT, PHONE or VIDEO (default: ${DEFAULT-VALUE}).")
    private String channel;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            description = "A time of the interval, on the shop's clock.")
    private String at;

    @Option(names = "--made-at", paramLabel = "TIME", description = "As it was known then (default: now).")
    private String madeAt;

    @Mixin
    private PlanningArguments planning;

    @Override
    public Integer call() {
        ForecastRow.Series series = planning.series(shop, PlanningArguments.channel(channel));
        Instant known = madeAt == null
                ? PlanningArguments.now()
                : PlanningArguments.instant("--made-at", madeAt, series.zone());
        PrintWriter out = spec.commandLine().getOut();
        out.print(new ForecastStory(planning.clickHouse())
                .of(series, PlanningArguments.instant("--at", at, series.zone()), known));
        out.flush();
        return 0;
    }
}
