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
     * @param args folder of the English dashboards, file of the translations, folder to write to
     * @throws IllegalStateException when the translations do not fit the dashboards, naming every text
     */
    public static void main(String[] args) throws IOException {
        Path english = Path.of(args[0]);
        Map<String, JsonNode> dashboards = new LinkedHashMap<>();
        for (String uid : Dashboards.UIDS) {
            dashboards.put(uid, MAPPER.readTree(english.resolve(uid + ".json").toFile()));
        }
        Path target = Files.createDirectories(Path.of(args[2]));
        for (Map.Entry<String, String> file :
                translate(dashboards, Catalogue.read(Path.of(args[1]))).entrySet()) {
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

    private static String listed(String heading, Collection<String> texts) {
        return texts.isEmpty()
                ? ""
                : texts.stream().map(text -> "\n  " + text).collect(Collectors.joining("", "\n" + heading, ""));
    }
}
