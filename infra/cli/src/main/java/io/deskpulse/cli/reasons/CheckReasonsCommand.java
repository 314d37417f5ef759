package io.deskpulse.cli.reasons;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.streaming.reasons.Explanation;
import io.deskpulse.streaming.reasons.Explanation.Finding;
import io.deskpulse.streaming.reasons.MappedReason;
import io.deskpulse.streaming.reasons.ReasonEntry;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonMapper;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse reasons check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "List every mistake of a file, each with its line and column, and try what texts are mapped to.")
final class CheckReasonsCommand implements Callable<Integer> {
    private static final int MISTAKES = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Reasons as YAML or JSON, UTF-8; without it, texts are tried with the bundled ones.")
    private Path file;

    @Option(
            names = "--since",
            paramLabel = "OLD",
            description = "A file that jobs had before; a reason that left its place is a mistake.")
    private Path since;

    @Option(names = "--text", paramLabel = "TEXT", description = "What a buyer writes; may be given several times.")
    private List<String> texts = List.of();

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description = "What was chosen from a platform's list; may be given several times.")
    private List<String> labels = List.of();

    @Override
    public Integer call() {
        if (file == null && (since != null || texts.isEmpty() && labels.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "Name a FILE, or a --text or --label to try.");
        }
        ReasonTaxonomy taxonomy = file == null ? ReasonTaxonomy.bundled() : checked();
        if (taxonomy == null) {
            return MISTAKES;
        }
        PrintWriter out = spec.commandLine().getOut();
        ReasonMapper mapper = new ReasonMapper(taxonomy);
        if (file != null) {
            int added = taxonomy.entries().size()
                    - ReasonTaxonomy.bundled().entries().size();
            out.println(file + " is right: " + added + (added == 1 ? " reason" : " reasons") + " of its own.");
            mapper.remarks().forEach(remark -> out.println("Remark: " + remark + "."));
        }
        labels.forEach(label -> tell(label, mapper.explain(label, null), taxonomy));
        texts.forEach(text -> tell(text, mapper.explain(null, text), taxonomy));
        out.flush();
        return 0;
    }

    /** Null after telling what is wrong. */
    private ReasonTaxonomy checked() {
        ReasonFile read = ReasonFile.parse(TextFile.read(file));
        PrintWriter out = spec.commandLine().getOut();
        int mistakes = tell(file, read);
        if (mistakes == 0 && since != null) {
            ReasonFile earlier = ReasonFile.parse(TextFile.read(since));
            mistakes += tell(since, earlier);
            List<String> changes = mistakes > 0
                    ? List.of()
                    : read.taxonomy().changesSince(earlier.taxonomy().codes());
            changes.forEach(change -> out.println(file + ": " + change));
            mistakes += changes.size();
        }
        if (mistakes > 0) {
            out.println(YamlProblem.sum(file, mistakes));
            out.flush();
        }
        return mistakes > 0 ? null : read.taxonomy();
    }

    private int tell(Path of, ReasonFile read) {
        YamlProblem.tell(of, read.problems(), spec.commandLine().getOut()::println);
        return read.problems().size();
    }

    private void tell(String written, Explanation why, ReasonTaxonomy taxonomy) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(written + ": " + result(why, taxonomy));
        for (Finding finding : why.findings()) {
            out.println("  " + finding.term() + ": " + finding.code()
                    + (finding.counts() ? ", weight " + finding.weight() : ", does not count: " + finding.refused()));
        }
    }

    private static String result(Explanation why, ReasonTaxonomy taxonomy) {
        MappedReason mapped = why.mapped();
        if (!mapped.isMapped()) {
            return mapped.unmapped() ? "nothing that is known" : "no complaint";
        }
        ReasonEntry reason = taxonomy.entry(mapped.code());
        return mapped.code() + " (" + reason.zh() + ", " + reason.en() + ")"
                + (mapped.attribute().isEmpty() ? "" : ", attribute " + mapped.attribute())
                + (why.findings().isEmpty() ? ", as a whole" : "");
    }
}
