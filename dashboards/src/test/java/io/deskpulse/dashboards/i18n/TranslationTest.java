package io.deskpulse.dashboards.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That all is translated is checked by the build itself, which runs {@link Translation}. */
class TranslationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void makesWholeFilesSentenceBySentence() throws IOException {
        Map<String, String> files = Translation.translate(
                Map.of("x", MAPPER.readTree("{\"uid\": \"x\", \"title\": \"Waiting. Now.\", \"refresh\": \"1m\"}")),
                catalogue("{\"Waiting.\": \"待回复。\", \"Now.\": \"现在。\"}"));

        assertThat(files).containsOnly(Map.entry("x", """
                {
                  "uid": "x",
                  "title": "待回复。现在。",
                  "refresh": "1m"
                }
                """));
    }

    @Test
    void namesEveryTextWithoutATranslationAndEveryTranslationThatNobodySees() throws IOException {
        Map<String, JsonNode> dashboards =
                Map.of("x", MAPPER.readTree("{\"title\": \"Waiting. Now.\", \"description\": \"Queue\"}"));
        Catalogue catalogue = catalogue("{\"Now.\": \"现在。\", \"Later.\": \"以后。\"}");

        assertThatIllegalStateException()
                .isThrownBy(() -> Translation.translate(dashboards, catalogue))
                .withMessage("""

                        Texts without a translation:
                          Waiting.
                          Queue
                        Translations of what nobody sees:
                          Later.""");
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

    private Catalogue catalogue(String json) throws IOException {
        return Catalogue.read(Files.writeString(directory.resolve("zh.json"), json));
    }
}
