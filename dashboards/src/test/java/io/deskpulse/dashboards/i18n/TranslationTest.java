package io.deskpulse.dashboards.i18n;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Chinese dashboards are the English ones with other words; {@code -Ddashboards.translate=true} writes them anew. */
class TranslationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    @Test
    void allIsTranslatedAndTheFilesAreUpToDate() throws IOException {
        Catalogue catalogue = Catalogue.read(Path.of("i18n", "zh.json"));
        List<String> stale = new ArrayList<>();
        for (String uid : Dashboards.UIDS) {
            JsonNode english = MAPPER.readTree(Path.of(uid + ".json").toFile());
            String chinese = WRITER.writeValueAsString(VisibleText.map(english, catalogue::translate)) + "\n";
            Path file = Path.of("zh", uid + ".json");
            if (Boolean.getBoolean("dashboards.translate")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, chinese);
            } else if (!Files.exists(file) || !Files.readString(file).equals(chinese)) {
                stale.add(file.toString());
            }
        }
        assertThat(catalogue.missing()).as("texts without a translation").isEmpty();
        assertThat(catalogue.unused()).as("translations of what nobody sees").isEmpty();
        assertThat(stale)
                .as("not what English and catalogue make; see CONTRIBUTING.md")
                .isEmpty();
    }

    @Test
    void reachesEveryTextThatIsSeen() throws IOException {
        String dashboard = """
                {"uid": "x", "title": "a", "description": "a", "links": [{"title": "a", "tooltip": "a"}],
                 "annotations": {"list": [{"name": "a", "target": {"rawSql": "SELECT 'It''s', transform(x, ['x'], ['Xs'])"}}]},
                 "templating": {"list": [
                   {"name": "x", "type": "query", "label": "a", "query": {"rawSql": "x"}},
                   {"name": "x", "type": "custom", "label": "a", "query": "a : x,x", "current": {"text": "a", "value": "x"},
                    "options": [{"text": "All", "value": "$__all"}, {"text": "x", "value": "x"}, {"text": "a", "value": "x"}]}]},
                 "panels": [
                   {"type": "row", "title": "a", "panels": [{"type": "text", "title": "", "options": {"mode": "x", "content": "a"}}]},
                   {"type": "table", "title": "a", "description": "a", "links": [{"title": "a", "url": "x"}], "targets": [{"rawSql": "x"}],
                    "transformations": [{"id": "organize", "options": {"renameByName": {"x": "a"}}}],
                    "fieldConfig": {
                      "defaults": {"displayName": "a", "noValue": "a", "unit": "x", "custom": {"axisLabel": "a"}, "links": [{"title": "a"}],
                        "mappings": [{"type": "value", "options": {"x": {"text": "a"}}}, {"type": "range", "options": {"result": {"text": "a"}}}]},
                      "overrides": [{"matcher": {"id": "byName", "options": "x"}, "properties": [
                        {"id": "displayName", "value": "a"}, {"id": "unit", "value": "x"}, {"id": "custom.axisLabel", "value": "a"},
                        {"id": "links", "value": [{"title": "a", "url": "x"}]},
                        {"id": "mappings", "value": [{"type": "special", "options": {"match": "null", "result": {"text": "a"}}}]}]}]}}]}
                """;

        String mapped = VisibleText.map(MAPPER.readTree(dashboard), text -> text.isEmpty() ? text : "b")
                .toString();

        assertThat(mapped)
                .isEqualTo(MAPPER.readTree(dashboard
                                .replace("\"a\"", "\"b\"")
                                .replace("\"a : x", "\"b : x")
                                .replace("'It''s'", "'b'")
                                .replace("'Xs'", "'b'"))
                        .toString());
    }
}
