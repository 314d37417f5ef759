package io.deskpulse.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.articles.ArticleFile;
import io.deskpulse.ops.rules.RuleFile;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged files of rules and articles are read, or every mistake in them is told in words; nothing breaks, nothing hangs. */
class FilesFuzzTest {
    private static final String ARTICLES = """
            articles:
              - {id: kb-1, shop: s1, topic: DISPATCH, title: When do we send, terms: [send, 发货], published: 2026-01-05, changed: [2026-03-01]}
            """;

    @Test
    void aFileOfARule() throws IOException {
        List<String> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("..", "clickhouse", "rules"))) {
            for (Path file : files.sorted().toList()) {
                samples.add(Files.readString(file));
            }
        }
        samples.forEach(sample -> assertThat(RuleFile.parse(sample).problems()).isEmpty());

        fuzz(samples, text -> RuleFile.parse(text).problems());
    }

    @Test
    void aFileOfArticles() {
        fuzz(List.of(ARTICLES), text -> ArticleFile.parse(text).problems());
    }

    private static void fuzz(List<String> samples, Function<String, List<YamlProblem>> reader) {
        int[] refused = new int[1];
        long inputs = Fuzz.each(Fuzz.texts(samples), 0.02, input -> {
            List<YamlProblem> problems = reader.apply(new String(input, StandardCharsets.UTF_8));
            refused[0] += problems.isEmpty() ? 0 : 1;
            for (YamlProblem problem : problems) {
                String told = problem.toString();
                if (told.isBlank() || told.contains("Exception") || told.contains("\tat ")) {
                    throw new AssertionError(told);
                }
            }
        });
        assertThat(refused[0]).isBetween(1, (int) inputs);
    }
}
