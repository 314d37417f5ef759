package io.deskpulse.local.cli;

import io.deskpulse.cli.imports.ImportArguments;
import io.deskpulse.cli.imports.ImportTargets;
import io.deskpulse.cli.imports.MappingQuestions;
import io.deskpulse.cli.imports.ReportArguments;
import io.deskpulse.imports.run.EventFile;
import io.deskpulse.imports.run.Importer;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.files.EventFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse import} where there is a stack to show the events in. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Make events of exports and webhooks of the systems that shops use, and show them on the boards.",
        description = {
            "",
            "Records in any order, twice, in pieces that overlap: they give the same events with the same ids. Without a destination "
                    + "it is a dry run, which tells everything and writes nothing. --replay ends as deskpulse replay does.",
            ""
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all records were read; the report says what became of them",
            "2:wrong usage, a file that cannot be read, or a replay that failed",
            "3:with --strict: something was refused, unknown or lost"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse import --list",
            "  deskpulse import --explain chatwoot",
            "  deskpulse import --from chatwoot webhooks.ndjson.gz --shop lanyue --replay --keep --preview",
            "  deskpulse import --from shopify orders.json transactions.json --shop main --out events.jsonl.gz",
            "  deskpulse import --from csv --columns columns.yaml chats.csv --shop berlin --kafka kafka:9092"
        })
final class StackImportCommand implements Callable<Integer> {
    private static final List<String> REPLAYS_OWN =
            List.of("--sql", "--format", "--keep", "--preview", "--run-dir", "--job");

    @Mixin
    private ImportArguments arguments;

    @Mixin
    private ImportTargets targets;

    @Mixin
    private ReportArguments report;

    @Mixin
    private MappingQuestions questions;

    @Option(
            names = "--replay",
            description = "Send the events through a stack of this command's own, and show the numbers.")
    private boolean replay;

    @Option(
            names = "--job",
            paramLabel = "KEY=VALUE",
            description = "With --replay: a setting of the job, for example settings=shop.yaml; repeatable.")
    private List<String> jobSettings = List.of();

    @Mixin
    private StackReplay stackReplay;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Integer> answered = questions.answer(arguments.files(), out);
        if (answered.isPresent()) {
            return answered.get();
        }
        targets.check(replay);
        report.check();
        refuseWithoutReplay();
        Terminal terminal = Terminal.standardError();
        Importer importer = new Importer(arguments.options(), terminal);
        if (replay && !targets.isDry()) {
            return replayed(importer, terminal);
        }
        targets.run(importer, out, terminal);
        return report.tell(importer, arguments.zone(), terminal);
    }

    /** What only a replay does must not be passed over in silence. */
    private void refuseWithoutReplay() {
        for (String option : REPLAYS_OWN) {
            if (!replay && spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new UserError(option + " belongs to --replay.");
            }
        }
    }

    private int replayed(Importer importer, Terminal terminal) throws IOException {
        stackReplay.check(System.getenv());
        Path folder = Files.createTempDirectory("deskpulse-import");
        Path events = folder.resolve("events.jsonl");
        folder.toFile().deleteOnExit(); // in reverse order, when it is stopped with Ctrl-C
        events.toFile().deleteOnExit();
        try {
            try (EventFile file = new EventFile(events)) {
                importer.run(file);
                file.complete();
            }
            int status = report.tell(importer, arguments.zone(), terminal);
            if (importer.report().events().total() == 0) {
                terminal.step("There is no event to replay.");
                return status;
            }
            ReplayOptions options = new ReplayOptions(EventFiles.lookedAt(List.of(events), terminal), "max", false);
            stackReplay.run(options, JobSettings.forImport(settings()));
            return status;
        } finally {
            Files.deleteIfExists(events);
            Files.deleteIfExists(folder);
        }
    }

    /** The days of the shop are those of its zone, unless settings describe it. */
    private List<String> settings() {
        List<String> settings = new ArrayList<>(jobSettings);
        ZoneId zone = arguments.zone();
        boolean described =
                jobSettings.stream().anyMatch(pair -> pair.startsWith("shops.") || pair.startsWith("settings="));
        if (zone != null && !described && !arguments.shopNames().isEmpty()) {
            settings.add("shops.zones="
                    + String.join(
                            ",",
                            arguments.shopNames().stream()
                                    .map(shop -> shop + "=" + zone)
                                    .toList()));
        }
        return settings;
    }
}
