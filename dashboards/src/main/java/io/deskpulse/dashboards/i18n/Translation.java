package io.deskpulse.dashboards.i18n;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.deskpulse.dashboards.Dashboards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Dashboards in another language: the English ones with other words. */
public final class Translation {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Translation() {}

    /**
     * What the build runs: translates the files of a folder into another folder.
     *
     * @param args folder of the English dashboards, file of the translations, folder to write to; beside {@code zh.json} lies its
     *     glossary, {@code zh-glossary.json}
     * @throws IllegalStateException when the translations do not fit the dashboards or the glossary, naming every text
     */
    public static void main(String[] args) throws IOException {
        Path english = Path.of(args[0]);
        Map<String, JsonNode> dashboards = new LinkedHashMap<>();
        for (String uid : Dashboards.UIDS) {
            dashboards.put(uid, MAPPER.readTree(english.resolve(uid + ".json").toFile()));
        }
        Path target = Files.createDirectories(Path.of(args[2]));
        Path texts = Path.of(args[1]);
        Catalogue catalogue = Catalogue.read(texts);
        check(catalogue, Glossary.read(texts.resolveSibling(glossaryOf(texts))));
        for (Map.Entry<String, String> file : translate(dashboards, catalogue).entrySet()) {
            Files.writeString(target.resolve(file.getKey() + ".json"), file.getValue());
        }
    }

    /**
     * The texts of the translated files by uid.
     *
     * @throws IllegalStateException when a text has no translation, or a translation no text, naming every one
     */
    static Map<String, String> translate(Map<String, JsonNode> dashboards, Catalogue catalogue) throws IOException {
        Map<String, String> translated = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> dashboard : dashboards.entrySet()) {
            JsonNode other = VisibleText.map(dashboard.getValue(), catalogue::translate);
            translated.put(dashboard.getKey(), WRITER.writeValueAsString(other) + "\n");
        }
        String problems = listed("Texts without a translation:", catalogue.missing())
                + listed("Translations of what nobody sees:", catalogue.unused());
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems);
        }
        return translated;
    }

    /**
     * Holds translations to the glossary.
     *
     * @throws IllegalStateException when a term is called something else, naming every text
     */
    static void check(Catalogue catalogue, Glossary glossary) {
        List<String> problems = glossary.problems(catalogue.texts());
        if (!problems.isEmpty()) {
            throw new IllegalStateException(listed("Not the words of the glossary:", problems));
        }
    }

    private static String glossaryOf(Path texts) {
        return texts.getFileName().toString().replace(".json", "-glossary.json");
    }

    private static String listed(String heading, Collection<String> texts) {
        return texts.isEmpty()
                ? ""
                : texts.stream().map(text -> "\n  " + text).collect(Collectors.joining("", "\n" + heading, ""));
    }
}
