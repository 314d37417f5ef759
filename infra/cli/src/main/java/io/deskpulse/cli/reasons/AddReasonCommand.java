package io.deskpulse.cli.reasons;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.reasons.GrowingFile;
import io.deskpulse.ops.reasons.NewReason;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonMapper;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse reasons add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        header =
                "Add a reason to the end of a file, which is made when there is none, or synonyms to a bundled reason.",
        description = {
            "",
            "The rest of the file stays as it is, comments too. Nothing is written when the entry would make the file wrong.",
            ""
        })
final class AddReasonCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Reasons as YAML, UTF-8.")
    private Path file;

    @Option(
            names = "--code",
            required = true,
            paramLabel = "CODE",
            description = "What rows call it, such as wrong_engraving.")
    private String code;

    @Option(names = "--zh", paramLabel = "NAME", description = "Its Chinese name; for a new reason.")
    private String zh;

    @Option(names = "--en", paramLabel = "NAME", description = "Its English name; for a new reason.")
    private String en;

    @Option(names = "--kind", paramLabel = "KIND", description = "quality, logistics or service; for a new reason.")
    private String kind;

    @Option(names = "--zh-synonym", paramLabel = "TEXT", description = "What people write; may be given several times.")
    private List<String> zhSynonyms = List.of();

    @Option(names = "--en-synonym", paramLabel = "TEXT", description = "What people write; may be given several times.")
    private List<String> enSynonyms = List.of();

    @Override
    public Integer call() {
        String before = Files.exists(file) ? TextFile.read(file) : "";
        ReasonFile read = ReasonFile.parse(before);
        if (!read.problems().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            YamlProblem.tell(file, read.problems(), err::println);
            err.flush();
            return 1;
        }
        String after = GrowingFile.with(new NewReason(code, zh, en, kind, zhSynonyms, enSynonyms), file, before);
        GrowingFile.write(file, after);
        ReasonTaxonomy taxonomy = ReasonFile.parse(after).taxonomy();
        PrintWriter out = spec.commandLine().getOut();
        out.println(code + " added to " + file + ", place " + taxonomy.indexOf(code) + ".");
        new ReasonMapper(taxonomy).remarks().forEach(remark -> out.println("Remark: " + remark + "."));
        out.flush();
        return 0;
    }
}
