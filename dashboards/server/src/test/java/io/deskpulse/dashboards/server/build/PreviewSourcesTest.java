package io.deskpulse.dashboards.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewSourcesTest {
    @TempDir
    private Path directory;

    @Test
    void holdTheProjectButNotWhatItDependsOn() {
        PreviewSources sources = PreviewSources.bundled();

        assertThat(sources.files()).containsKeys("package.json", "package-lock.json", "index.html", "src/main.tsx");
        assertThat(sources.files().keySet())
                .noneMatch(name -> name.startsWith("node_modules/") || name.startsWith("dist/"));
    }

    @Test
    void nameNoRegistry() {
        String lock = new String(PreviewSources.bundled().files().get("package-lock.json"), StandardCharsets.UTF_8);

        assertThat(lock).doesNotContain("\"resolved\"");
    }

    @Test
    void haveAnotherHashAfterAnyChange() throws IOException {
        Files.writeString(directory.resolve("a"), "1");
        String before = PreviewSources.in(directory).hash();

        assertThat(PreviewSources.in(directory).hash()).isEqualTo(before);
        Files.writeString(directory.resolve("a"), "2");
        assertThat(PreviewSources.in(directory).hash()).isNotEqualTo(before);
    }

    @Test
    void areWrittenAsTheyWere() throws IOException {
        PreviewSources sources = PreviewSources.bundled();

        sources.writeTo(directory);

        assertThat(PreviewSources.in(directory).hash()).isEqualTo(sources.hash());
    }
}
