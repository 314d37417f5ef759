package io.deskpulse.cli.imports;

import io.deskpulse.imports.run.Importer;
import io.deskpulse.ops.Terminal;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deskpulse import} where there is no embedded stack to show the events in, as in the image. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Make events of exports and webhooks of the systems that shops use.",
        description = {
            "",
            "Records in any order, twice, in pieces that overlap: they give the same events with the same ids. Without a destination "
                    + "it is a dry run, which tells everything and writes nothing.",
            ""
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all records were read; the report says what became of them",
            "2:wrong usage, or a file that cannot be read",
            "3:with --strict: something was refused, unknown or lost"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse import --list",
            "  deskpulse import --explain chatwoot",
            "  deskpulse import --from chatwoot webhooks.ndjson.gz --shop lanyue",
            "  deskpulse import --from shopify orders.json transactions.json --shop main --out events.jsonl.gz",
            "  deskpulse import --from csv --columns columns.yaml chats.csv --shop berlin --kafka kafka:9092"
        })
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    private ImportArguments arguments;

    @Mixin
    private ImportTargets targets;

    @Mixin
    private ReportArguments report;

    @Mixin
    private MappingQuestions questions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Integer> answered = questions.answer(arguments.files(), out);
        if (answered.isPresent()) {
            return answered.get();
        }
        targets.check(false);
        report.check();
        Terminal terminal = Terminal.standardError();
        Importer importer = new Importer(arguments.options(), terminal);
        targets.run(importer, out, terminal);
        return report.tell(importer, arguments.zone(), terminal);
    }
}
