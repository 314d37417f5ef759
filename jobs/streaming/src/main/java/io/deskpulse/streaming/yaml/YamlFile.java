package io.deskpulse.streaming.yaml;

import java.io.StringReader;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a file in YAML or JSON says, or why it says nothing.
 *
 * @param value what the reader made of it; null when there are problems
 * @param problems every mistake, by line; empty when all is well
 * @param <T> what such a file says
 */
public record YamlFile<T>(T value, List<YamlProblem> problems) {
    /** Copies the list. */
    public YamlFile {
        problems = List.copyOf(problems);
    }

    /**
     * Reads the text of a file; never throws for what is in it.
     *
     * @param reader makes something of the outermost value, which is absent in an empty file; notes what it cannot read at its
     *     place and goes on, and is not called when the text is no YAML at all
     */
    public static <T> YamlFile<T> read(String text, Function<YamlValue, T> reader) {
        // JSON may be indented with tabs, YAML not; neither has a tab inside a line of JSON text.
        boolean json = text.stripLeading().startsWith("{");
        Problems problems = new Problems();
        T value = null;
        try {
            StringReader characters = new StringReader(json ? text.replace('\t', ' ') : text);
            value = reader.apply(new YamlValue(new Yaml(new LoaderOptions()).compose(characters), problems));
        } catch (MarkedYAMLException e) {
            problems.at(e.getProblemMark(), (json ? "not JSON: " : "not YAML: ") + e.getProblem());
        } catch (YAMLException e) {
            problems.at(null, (json ? "not JSON: " : "not YAML: ") + e.getMessage());
        }
        List<YamlProblem> all = problems.inOrder();
        return new YamlFile<>(all.isEmpty() ? value : null, all);
    }
}
