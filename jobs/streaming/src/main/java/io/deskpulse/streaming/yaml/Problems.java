package io.deskpulse.streaming.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** Gathers every mistake of a file, since people mend them all in one go. */
final class Problems {
    private final List<YamlProblem> problems = new ArrayList<>();

    /** Notes a mistake; it lies at the beginning of the file when there is no mark. */
    void at(Mark mark, String text) {
        problems.add(
                mark == null
                        ? new YamlProblem(1, 1, text)
                        : new YamlProblem(mark.getLine() + 1, mark.getColumn() + 1, text));
    }

    List<YamlProblem> inOrder() {
        return problems.stream().sorted().distinct().toList();
    }
}
