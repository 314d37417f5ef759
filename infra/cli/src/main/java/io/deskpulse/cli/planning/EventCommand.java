package io.deskpulse.cli.planning;

import io.deskpulse.ops.forecasts.EventStore;
import io.deskpulse.ops.forecasts.EventStore.NewEvent;
import io.deskpulse.ops.forecasts.EventStore.Phase;
import io.deskpulse.ops.forecasts.calendar.EventImport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse forecast event} with its subcommands. */
@Command(
        name = "event",
        mixinStandardHelpOptions = true,
        header = "Tell forecasts of campaigns and holidays; move them, call them off.",
        description = {
            "",
            "Forecasts learn what each phase of an event does, from earlier ones of its name and of its kind, in this shop and in others. "
                    + "A change is a new version, which forecasts know of from then on. Public holidays of China are known already, and so are "
                    + "the campaigns that deskpulse shops apply was told of.",
            ""
        },
        subcommands = CommandLine.HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse forecast event add --name 1111 --kind big --peak 2026-11-11 --phase presale:-21..-11 --phase eve:-1 "
                    + "--phase peak:0 --phase returns:4..20/6 --reason \"as every year\"",
            "  deskpulse forecast event import campaigns.ics --reason \"plan of the year\"",
            "  deskpulse forecast event move 3f2a9c01 --peak 2026-11-12 --reason \"platform moved it\"",
            "  deskpulse forecast event cancel 3f2a9c01 --reason \"no stock\""
        })
public final class EventCommand implements Runnable {
    private static final int YEARS_AHEAD = 3;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: add, import, move, cancel or list?");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, header = "Add an event.")
    void add(@Mixin What what, @Mixin PlanningArguments.Reasons reasons, @Mixin PlanningArguments planning) {
        if (what.shop != null) {
            planning.zone(what.shop);
        }
        NewEvent event = new NewEvent(
                what.shop == null ? "" : what.shop,
                what.name,
                what.kind == null ? what.name : what.kind,
                PlanningArguments.day("--peak", what.peak),
                what.phases.stream().map(Phase::parse).toList());
        tell("Event " + new EventStore(planning.clickHouse()).add(event, reasons.said()) + " is planned.");
    }

    @Command(name = "move", mixinStandardHelpOptions = true, header = "Move an event, and its phases with it.")
    void move(
            @Parameters(paramLabel = "EVENT") String id,
            @Option(names = "--peak", paramLabel = "DAY", required = true) String peak,
            @Mixin PlanningArguments.Reasons reasons,
            @Mixin PlanningArguments planning) {
        new EventStore(planning.clickHouse()).move(id, PlanningArguments.day("--peak", peak), reasons.said());
        tell("Event " + id + " is on " + peak + " now.");
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, header = "Call an event off.")
    void cancel(
            @Parameters(paramLabel = "EVENT") String id,
            @Mixin PlanningArguments.Reasons reasons,
            @Mixin PlanningArguments planning) {
        new EventStore(planning.clickHouse()).callOff(id, reasons.said());
        tell("Event " + id + " is called off.");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            header = "Take events over from a calendar (.ics).",
            description = {
                "",
                "Each time that an event takes place is one, with all days from its start to its end; what recurs (RRULE, RDATE, EXDATE) is "
                        + "taken for three years ahead. A summary such as \"1111: eve\" names the event and its phase. Import the file again "
                        + "when it has changed: what was moved or is CANCELLED becomes a new version, which forecasts know of from then on; what "
                        + "the file no longer has stays.",
                ""
            })
    void take(
            @Parameters(paramLabel = "FILE", description = "iCalendar, as calendars export it.") Path file,
            @Option(names = "--shop", paramLabel = "SHOP", description = "The shop (default: every shop).") String shop,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            description = "Which events are alike (default: the category, else the name).")
                    String kind,
            @Mixin PlanningArguments.Reasons reasons,
            @Mixin PlanningArguments planning) {
        ZoneId zone = shop == null ? null : planning.zone(shop);
        LocalDate last =
                LocalDate.ofInstant(reasons.said().at(), ZoneOffset.UTC).plusYears(YEARS_AHEAD);
        EventImport.Result result = new EventImport(planning.clickHouse())
                .take(
                        file,
                        new EventImport.Target(shop == null ? "" : shop, zone, kind == null ? "" : kind, last),
                        reasons.said().by(),
                        reasons.said().reason());
        result.changed()
                .forEach(event -> tell(event.id() + " " + event.name() + " " + event.phase() + ", " + event.when()
                        + (event.calledOff() ? ": called off" : ": planned")));
        tell(result.times() + " events read, " + result.changed().size() + " of them new or changed."
                + (result.ours() == 0
                        ? ""
                        : " " + result.ours() + " were written by Deskpulse itself and are left as they are."));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, header = "One line for each event.")
    void list(
            @Option(names = "--shop", paramLabel = "SHOP") String shop,
            @Option(names = "--history", description = "Every version.") boolean history,
            @Mixin PlanningArguments planning) {
        tell(new EventStore(planning.clickHouse())
                .list(shop == null ? "" : shop, history)
                .text()
                .stripTrailing());
    }

    private void tell(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    /** What an event is; a mixin. */
    static final class What {
        @Option(names = "--shop", paramLabel = "SHOP", description = "The shop (default: every shop).")
        private String shop;

        @Option(names = "--name", paramLabel = "NAME", required = true, description = "What recurs, such as 1111.")
        private String name;

        @Option(names = "--kind", paramLabel = "KIND", description = "Which events are alike (default: the name).")
        private String kind;

        @Option(
                names = "--peak",
                paramLabel = "DAY",
                required = true,
                description = "Day from which phases are counted.")
        private String peak;

        @Option(
                names = "--phase",
                paramLabel = "NAME:FROM..TO[/DECAY]",
                defaultValue = "day:0",
                description = "Days from the peak; may be repeated (default: ${DEFAULT-VALUE}).")
        private List<String> phases;
    }
}
