package io.deskpulse.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.articles.ArticleFile;
import io.deskpulse.ops.rules.RuleFile;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.IOException;
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
        Refused seen = Fuzz.inWords(samples, 0.02, reader);
        assertThat(seen.refused()).isBetween(1L, seen.inputs());
    }
}
