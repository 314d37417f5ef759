package io.deskpulse.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.dashboards.lint.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DashboardsLintTest {
    @Test
    void obeyTheRules() {
        assertThat(Lint.check(Dashboards.bundled(Language.EN).list())).isEmpty();
    }

    @Test
    void areFilesNamedByTheirUids() throws IOException {
        assertThat(uidsOfFiles(Path.of(""))).containsExactlyInAnyOrderElementsOf(Dashboards.UIDS);
        assertThat(Dashboards.bundled(Language.EN).list())
                .extracting(Dashboard::uid)
                .containsExactlyElementsOf(Dashboards.UIDS);
    }

    private static List<String> uidsOfFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory.toAbsolutePath())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .toList();
        }
    }
}
