package io.deskpulse.cli.imports;

import io.deskpulse.imports.docs.Draft;
import io.deskpulse.imports.docs.Explanation;
import io.deskpulse.imports.run.CaseRunner;
import io.deskpulse.ops.UserError;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Questions about mappings that import nothing; a mixin. */
public final class MappingQuestions {
    @Option(names = "--list", description = "Name the sources, and the shapes of their files.")
    private boolean list;

    @Option(
            names = "--explain",
            paramLabel = "SOURCE",
            description = "Print what becomes of which record, as Markdown.")
    private String explained;

    @Option(names = "--new", paramLabel = "NAME", description = "Draft a mapping.yaml out of the fields of FILE.")
    private String drafted;

    @Option(names = "--test", paramLabel = "DIR", description = "Run the cases of a mapping of your own, in DIR/cases.")
    private Path tested;

    /** The exit status when such a question was asked, else nothing. */
    public Optional<Integer> answer(List<Path> files, PrintWriter out) {
        if (list) {
            Explanation.list().forEach(out::println);
        } else if (explained != null) {
            Explanation.of(explained).forEach(out::println);
        } else if (drafted != null) {
            if (files.size() != 1) {
                throw new UserError("--new NAME drafts a mapping out of one FILE.");
            }
            Draft.of(drafted, files.get(0)).forEach(out::println);
        } else if (tested != null) {
            return Optional.of(test(out));
        } else {
            return Optional.empty();
        }
        out.flush();
        return Optional.of(0);
    }

    private int test(PrintWriter out) {
        Path cases = Files.isDirectory(tested.resolve("cases")) ? tested.resolve("cases") : tested;
        int failed = 0;
        List<Path> all = CaseRunner.cases(cases);
        if (all.isEmpty()) {
            throw new UserError("There are no cases in " + tested.resolve("cases")
                    + ". A case is a folder with input.* and the events.jsonl that must come of it.");
        }
        for (Path folder : all) {
            List<String> differences = new CaseRunner(tested.getFileName().toString(), tested).differences(folder);
            differences.forEach(out::println);
            failed += differences.isEmpty() ? 0 : 1;
        }
        out.println(all.size() - failed + " of " + all.size() + " cases as expected");
        out.flush();
        return failed == 0 ? 0 : 1;
    }
}
