package io.deskpulse.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.articles.ArticleFile;
import io.deskpulse.ops.kept.KeptTables;
import io.deskpulse.ops.kept.RetentionFile;
import io.deskpulse.ops.readers.ReaderFile;
import io.deskpulse.ops.rules.RuleFile;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged files of rules, articles, readers and retention are read, or every mistake in them is told in words; nothing breaks, nothing hangs. */
class FilesFuzzTest {
    private static final String ARTICLES = """
            articles:
              - {id: kb-1, shop: s1, topic: DISPATCH, title: When do we send, terms: [send, 发货], published: 2026-01-05, changed: [2026-03-01]}
            """;

    private static final String READERS = """
            readers:
              - name: north
                shops: [s1, "s 2"]
                password: ${NORTH}
                from: [10.0.0.0/8, "::1"]
                quota: {interval: PT10M, queries: 5, read_rows: 1000, execution_seconds: 60}
              - name: south
                shops: s3
                password_sha256: 9028ea0d15decaa35b2da21c0290af3b1a5ba0a30a591906f89b5074e209ea72
            """;
    private static final String RETENTION = """
            retention:
              conversation_days: P750D
              job_samples: forever
              complaint_facts.quotes: P30D
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

    @Test
    void aFileOfReaders() {
        Map<String, String> environment = Map.of("NORTH", "correct horse battery", "SHORT", "zqx-short");

        fuzz(List.of(READERS), text -> {
            List<YamlProblem> problems = ReaderFile.parse(text, environment).problems();
            assertThat(problems.toString()).doesNotContain("zqx", "horse");
            return problems;
        });
    }

    @Test
    void aFileOfRetention() {
        KeptTables kept = KeptTables.bundled();

        fuzz(List.of(RETENTION), text -> RetentionFile.parse(text, kept).problems());
    }

    private static void fuzz(List<String> samples, Function<String, List<YamlProblem>> reader) {
        Refused seen = Fuzz.inWords(samples, 0.015, reader);
        assertThat(seen.refused()).isBetween(1L, seen.inputs());
    }
}
