package io.deskpulse.cli.planning;

import io.deskpulse.metrics.forecast.events.Tag;
import io.deskpulse.ops.forecasts.TagStore;
import io.deskpulse.ops.forecasts.TagStore.NewTag;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse forecast tag} with its subcommands. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        header = "Say which days teach forecasts nothing: outages, re-routed queues, one-time promotions, tests.",
        description = {
            "",
            "Days that were far from what was expected are proposed by the list; nothing is left out unasked.",
            ""
        },
        subcommands = CommandLine.HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer =
                "  deskpulse forecast tag add --shop s1 --kind OUTAGE --from 2026-10-03 --reason \"chat widget was down\"")
public final class TagCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: add, list or remove?");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, header = "Tag days.")
    void add(@Mixin What what, @Mixin PlanningArguments.Reasons reasons, @Mixin PlanningArguments planning) {
        if (what.shop != null) {
            planning.zone(what.shop);
        }
        NewTag tag = new NewTag(
                what.shop == null ? "" : what.shop,
                what.channel == null ? "" : PlanningArguments.channel(what.channel),
                what.kind.name(),
                PlanningArguments.day("--from", what.from),
                PlanningArguments.day("--to", what.to == null ? what.from : what.to),
                what.share);
        tell("Tag " + new TagStore(planning.clickHouse()).add(tag, reasons.said())
                + " holds: forecasts made from now on "
                + (what.share == 0 ? "leave its days out." : "divide the contacts of its days by " + what.share + "."));
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            header = "One line for each tag, and for each day proposed.")
    void list(@Option(names = "--shop", paramLabel = "SHOP") String shop, @Mixin PlanningArguments planning) {
        tell(new TagStore(planning.clickHouse())
                .list(shop == null ? "" : shop)
                .text()
                .stripTrailing());
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, header = "End a tag: its days teach again.")
    void remove(
            @Parameters(paramLabel = "TAG") String name,
            @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}") String by,
            @Mixin PlanningArguments planning) {
        new TagStore(planning.clickHouse()).remove(name, by, PlanningArguments.now());
        tell("Tag " + name + " holds no more.");
    }

    private void tell(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    /** Which days; a mixin. */
    static final class What {
        @Option(names = "--shop", paramLabel = "SHOP", description = "The shop (default: every shop).")
        private String shop;

        @Option(names = "--channel", paramLabel = "CHANNEL", description = "CHAT, PHONE or VIDEO (default: all).")
        private String channel;

        @Option(names = "--kind", paramLabel = "KIND", required = true, description = "${COMPLETION-CANDIDATES}.")
        private Tag.Reason kind;

        @Option(names = "--from", paramLabel = "DAY", required = true, description = "First day.")
        private String from;

        @Option(names = "--to", paramLabel = "DAY", description = "Last day (default: the first).")
        private String to;

        @Option(
                names = "--share",
                paramLabel = "SHARE",
                description = {
                    "Part of the usual contacts that came, such as 0.6 where a queue was re-routed: the days count as",
                    "contacts ÷ share (default: they are left out)."
                })
        private double share;
    }
}
