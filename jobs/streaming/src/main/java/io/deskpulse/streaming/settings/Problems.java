package io.deskpulse.streaming.settings;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers every mistake of a file, since people mend them all in one go. */
final class Problems {
    private final List<SettingsProblem> problems = new ArrayList<>();

    void at(Node node, String text) {
        at(node.getStartMark(), text);
    }

    void at(Mark mark, String text) {
        problems.add(
                mark == null
                        ? new SettingsProblem(1, 1, text)
                        : new SettingsProblem(mark.getLine() + 1, mark.getColumn() + 1, text));
    }

    List<SettingsProblem> inOrder() {
        return problems.stream().sorted().distinct().toList();
    }
}
