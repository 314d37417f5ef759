package io.deskpulse.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DashboardFilesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void areWhatGrafanaLoadsInTheFoldersOfTheProvisioning(Language language) throws IOException {
        List<Path> files = DashboardFiles.write(language, directory);

        assertThat(files).hasSameSizeAs(Dashboards.UIDS);
        for (Dashboard dashboard : Dashboards.bundled(language).list()) {
            Path folder = directory.resolve(language.folder()).resolve(dashboard.folder());
            assertThat(new ObjectMapper()
                            .readTree(folder.resolve(dashboard.uid() + ".json").toFile()))
                    .isEqualTo(dashboard.json());
            assertThat(Path.of("provisioning/dashboards/deskpulse.yaml"))
                    .content()
                    .contains("path: /var/lib/deskpulse/dashboards/${DESKPULSE_LANG}/" + dashboard.folder() + "\n");
        }
    }

    @Test
    void replaceThoseOfAnotherReleaseAndNothingElse() throws IOException {
        Path overview = DashboardFiles.write(Language.ZH, directory).get(0);
        Path removed = Files.writeString(overview.resolveSibling("removed.json"), "{}");
        Path note = Files.writeString(overview.resolveSibling("note.txt"), "keep");
        Path other = Files.writeString(directory.resolve("own.json"), "{}");
        Files.writeString(overview, "{}");

        DashboardFiles.write(Language.ZH, directory);

        assertThat(removed).doesNotExist();
        assertThat(note).exists();
        assertThat(other).exists();
        assertThat(overview).content().contains("总览");
    }
}
