package io.deskpulse.imports.docs;

import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Instants;
import io.deskpulse.imports.mapping.Catalogue;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.MappingFiles;
import io.deskpulse.imports.mapping.MappingReader;
import io.deskpulse.imports.mapping.RecordKind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page of a source, in Markdown, out of the mapping itself. */
public final class Explanation {
    private static final int WIDTH = 110;
    private static final List<String> ORDER = List.of("export", "command", "times", "missing", "pitfalls");
    private static final Map<String, String> TITLES = Map.of(
            "export", "How to get it",
            "command", "The command",
            "times", "Times",
            "missing", "What is lost",
            "pitfalls", "What bites");

    private final List<String> lines = new ArrayList<>();

    private Explanation() {}

    /** A line for each source: its name, title, version and shapes. */
    public static List<String> list() {
        List<String> lines = new ArrayList<>();
        for (String name : Catalogue.names()) {
            Mapping mapping = mapping(name);
            String shapes = String.join(
                    ", ",
                    mapping.kinds().stream()
                            .filter(kind -> !kind.part())
                            .map(RecordKind::shape)
                            .distinct()
                            .toList());
            lines.add(String.format(
                    "%-12s %-20s mapping %s  %s",
                    name,
                    mapping.about().title(),
                    mapping.about().version(),
                    shapes.isEmpty() ? "as --columns says" : shapes));
        }
        return lines;
    }

    /**
     * The page of a bundled source.
     *
     * @throws io.deskpulse.ops.UserError when there is none of this name
     */
    public static List<String> of(String source) {
        return of(mapping(source));
    }

    private static Mapping mapping(String source) {
        Environment environment = new Environment(new Instants(ZoneOffset.UTC, false));
        return MappingReader.read(MappingFiles.bundled(source), environment, Map.of());
    }

    /** The page of any mapping. */
    public static List<String> of(Mapping mapping) {
        Explanation page = new Explanation();
        page.lines.add("# Import from " + mapping.about().title());
        page.lines.add("");
        page.wrapped(
                "",
                "`--from " + mapping.about().name() + "`, ids begin with `"
                        + mapping.environment().prefix()
                        + "-`, mapping " + mapping.about().version() + ". Printed by `deskpulse import --explain "
                        + mapping.about().name() + "` out of the mapping.");
        ORDER.forEach(key -> page.text(key, mapping.about().texts().get(key)));
        page.records(mapping);
        page.settings(mapping);
        page.tables(mapping);
        return page.lines;
    }

    private void text(String key, List<String> paragraphs) {
        if (paragraphs == null) {
            return;
        }
        title(TITLES.get(key));
        for (String paragraph : paragraphs) {
            if (key.equals("command")) {
                lines.add("    " + paragraph);
            } else if (paragraphs.size() == 1) {
                wrapped("", paragraph);
            } else {
                wrapped("- ", paragraph);
            }
        }
    }

    private void records(Mapping mapping) {
        if (mapping.kinds().isEmpty()) {
            return;
        }
        title("From records to events");
        lines.add("| record | decided by | event | id |");
        lines.add("|---|---|---|---|");
        for (RecordKind kind : mapping.kinds()) {
            for (RecordKind.Row row : kind.rows()) {
                lines.add("| " + kind.shape() + " | " + row.from() + " | " + row.event() + " | "
                        + (row.id().isEmpty() ? "" : "`" + row.id() + "`") + " |");
            }
        }
    }

    private void settings(Mapping mapping) {
        if (mapping.about().settings().isEmpty()) {
            return;
        }
        title("Settings");
        lines.add("| `--set` | default | |");
        lines.add("|---|---|---|");
        new TreeMap<>(mapping.about().settings()).forEach((name, setting) -> {
            String value = setting.value().isArray()
                    ? String.join(",", list(setting))
                    : setting.value().asText();
            lines.add("| `" + name + "` | " + (value.isEmpty() ? "none" : "`" + value + "`") + " | " + setting.about()
                    + " |");
        });
    }

    private static List<String> list(Mapping.Setting setting) {
        List<String> words = new ArrayList<>();
        setting.value().forEach(word -> words.add(word.asText()));
        return words;
    }

    private void tables(Mapping mapping) {
        if (mapping.environment().tables().isEmpty()) {
            return;
        }
        title("Words of the source");
        wrapped("", "A word that is not here makes its record unknown; `--set TABLE.WORD=MEANING` teaches one.");
        lines.add("");
        lines.add("| table | word | meaning |");
        lines.add("|---|---|---|");
        new TreeMap<>(mapping.environment().tables())
                .forEach((name, words) -> new TreeMap<>(words)
                        .forEach((word, meaning) ->
                                lines.add("| " + name + " | " + word + " | " + meaning.asText() + " |")));
    }

    private void title(String title) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
    }

    private void wrapped(String bullet, String text) {
        StringBuilder line = new StringBuilder(bullet);
        String indent = " ".repeat(bullet.length());
        boolean begun = false;
        for (String word : text.split(" ")) {
            if (begun && line.length() + word.length() + 1 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        lines.add(line.toString());
    }
}
