package io.deskpulse.dashboards.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.schemas.testing.Fuzz;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged questions to the preview, over real sockets: each is answered, or refused in words, and the server goes on. */
class QuestionsFuzzTest {
    private static final String RESULT = """
            {"meta": [{"name": "n", "type": "UInt64"}], "data": [[3]]}""";
    private static final Set<Integer> ANSWERS = Set.of(200, 400);

    @TempDir
    private Path app;

    @Test
    void everyQuestionIsAnsweredOrRefusedInWords() throws Exception {
        Set<Integer> seen = new TreeSet<>();
        try (RecordingClickHouse clickHouse = new RecordingClickHouse(200, RESULT);
                PreviewServer server = PreviewServer.start(app, Language.EN, clickHouse.access(), 0)) {
            HttpClient client = HttpClient.newHttpClient();
            List<String> doors = List.of("query", "annotations", "variables");
            int[] next = new int[1];
            Fuzz.each(Fuzz.texts(questions()), 0.005, question -> {
                URI door = server.url().resolve("/api/" + doors.get(next[0]++ % doors.size()));
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(door)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                seen.add(answer.statusCode());
                if (!ANSWERS.contains(answer.statusCode()) || answer.body().contains("\tat ")) {
                    throw new AssertionError(answer.statusCode() + " " + answer.body());
                }
            });
        }

        assertThat(seen).isEqualTo(ANSWERS);
    }

    private static List<String> questions() {
        List<String> questions = new ArrayList<>();
        Dashboard overview = Dashboards.bundled(Language.EN).find("overview");
        overview.panels()
                .forEach(panel ->
                        panel.queries().forEach(query -> questions.add("""
                {"dashboard": "overview", "panelId": %d, "refId": "%s", "from": 1795300000000, "to": 1795305600000,
                 "intervalMs": 60000, "variables": {"shop": ["o'brien", "s1"], "team": [""]}}""".formatted(panel.id(), query.refId()))));
        overview.variables().forEach(variable -> questions.add("""
                {"dashboard": "overview", "name": "%s", "from": 1795300000000, "to": 1795305600000, "intervalMs": 1,
                 "variables": {"shop": ["s1"]}}""".formatted(variable.name())));
        return questions;
    }
}
