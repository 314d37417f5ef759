package io.deskpulse.cli.planning;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.forecasts.ForecastStore;
import io.deskpulse.ops.forecasts.OverrideStore;
import io.deskpulse.ops.forecasts.Regrid;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse forecast override} with its subcommands. */
@Command(
        name = "override",
        mixinStandardHelpOptions = true,
        header = "Say what you expect instead of a forecast, and see whose number was better.",
        description = {
            "",
            "An override lies beside the forecast, which stays; both are judged by what comes. Exports take it at once, the agents of the "
                    + "staffing job with its next run.",
            ""
        },
        subcommands = CommandLine.HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse forecast override add --shop s1 --channel CHAT --from 2026-11-11T20:00 --to 2026-11-12 --factor 1.3 "
                    + "--reason \"live stream at nine\"",
            "  deskpulse forecast override add --shop s1 --channel PHONE --from 2026-11-11 --to 2026-11-12 --value 800 --reason \"mailing\"",
            "  deskpulse forecast override list --shop s1",
            "  deskpulse forecast override remove 3f2a9c01"
        })
public final class OverrideCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: add, list or remove?");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, header = "Expect something else in a range.")
    void add(
            @Option(names = "--shop", paramLabel = "SHOP", required = true) String shop,
            @Option(names = "--channel", paramLabel = "CHANNEL", defaultValue = "CHAT") String channel,
            @Mixin Range range,
            @Mixin PlanningArguments.Reasons reasons,
            @Mixin PlanningArguments planning) {
        ForecastRow.Series series = planning.series(shop, PlanningArguments.channel(channel));
        OverrideStore store = new OverrideStore(planning.clickHouse());
        OverrideStore.Range of = new OverrideStore.Range(
                PlanningArguments.instant("--from", range.from, series.zone()),
                PlanningArguments.instant("--to", range.to, series.zone()));
        if ((range.factor == null) == (range.value == null)) {
            throw new UserError("Give either --factor or --value.");
        }
        String name;
        if (range.factor != null) {
            name = store.addFactor(series, of, range.factor, reasons.said());
        } else {
            List<ForecastRow> rows = new ForecastStore(planning.clickHouse())
                    .pull(
                            new ForecastStore.Question(
                                    shop,
                                    series.channel(),
                                    of.from().toString(),
                                    of.to().toString(),
                                    30,
                                    ""),
                            series.zone());
            name = store.addValue(series, of, range.value, Regrid.to(15, rows), reasons.said());
        }
        tell("Override " + name + " holds. It is judged beside the forecast by what comes.");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            header = "One line for each override, and whose number was better.")
    void list(
            @Option(names = "--shop", paramLabel = "SHOP", required = true) String shop,
            @Mixin PlanningArguments planning) {
        planning.zone(shop);
        tell(new OverrideStore(planning.clickHouse()).list(shop).text().stripTrailing());
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, header = "End an override; it stays on record.")
    void remove(
            @Parameters(paramLabel = "OVERRIDE") String name,
            @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}") String by,
            @Mixin PlanningArguments planning) {
        new OverrideStore(planning.clickHouse()).remove(name, by, PlanningArguments.now());
        tell("Override " + name + " holds no more.");
    }

    private void tell(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    /** What is expected, and when; a mixin. */
    static final class Range {
        @Option(names = "--from", paramLabel = "TIME", required = true, description = "Start, on the shop's clock.")
        private String from;

        @Option(names = "--to", paramLabel = "TIME", required = true, description = "End, exclusive.")
        private String to;

        @Option(names = "--factor", paramLabel = "FACTOR", description = "So many times the forecast.")
        private Double factor;

        @Option(names = "--value", paramLabel = "CONTACTS", description = "So many contacts in the whole range.")
        private Double value;
    }
}
