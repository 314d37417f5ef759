package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void aTemporaryOneIsDeletedWithAllInIt() throws IOException {
        RunDirectory run = RunDirectory.temporary(new DeskpulseHome(directory), NOON);
        Files.createDirectories(run.path().resolve("kafka/log"));
        Files.writeString(run.path().resolve("kafka/log/0"), "x");

        run.close();

        assertThat(run.path().getFileName().toString()).startsWith("20261111-120000-");
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void whatACrashedRunLeftIsDeletedButNotARunningOne() throws IOException {
        DeskpulseHome home = new DeskpulseHome(directory);
        Path crashed = Files.createDirectories(home.runs().resolve("20261110-090000-1"));
        Files.writeString(crashed.resolve("data"), "x");
        try (RunDirectory running = RunDirectory.temporary(home, NOON);
                RunDirectory next = RunDirectory.temporary(home, NOON.plusSeconds(1))) {
            assertThat(crashed).doesNotExist();
            assertThat(running.path()).isDirectory();
            assertThat(next.path()).isDirectory();
        }
    }

    @Test
    void aNamedOneIsKept() throws IOException {
        Path named = directory.resolve("data");
        try (RunDirectory run = RunDirectory.kept(named)) {
            Files.writeString(run.path().resolve("x"), "x");
        }

        assertThat(named.resolve("x")).exists();
        RunDirectory.kept(named).close();
    }

    @Test
    void twoStacksNeverShareOne() {
        Path named = directory.resolve("data");
        try (RunDirectory run = RunDirectory.kept(named)) {
            assertThatThrownBy(() -> RunDirectory.kept(named))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Another deskpulse is using " + run.path())
                    .hasMessageContaining("--run-dir");
        }
    }
}
