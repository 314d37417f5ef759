package io.deskpulse.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskpulseHomeTest {
    @TempDir
    Path directory;

    @Test
    void isWhereTheEnvironmentSaysElseInTheUsersCache() {
        assertThat(DeskpulseHome.of(Map.of("DESKPULSE_HOME", "/data/deskpulse")).path())
                .isEqualTo(Path.of("/data/deskpulse"));
        assertThat(DeskpulseHome.of(Map.of()).path())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "deskpulse"));
    }

    @Test
    void generatesTheHashKeyOnceAndForItsOwnerOnly() throws IOException {
        DeskpulseHome home = new DeskpulseHome(directory);

        String key = home.hashKey(Map.of());

        assertThat(key).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new DeskpulseHome(directory).hashKey(Map.of())).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("hash.key"))))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aConfiguredHashKeyGoesFirst() {
        assertThat(new DeskpulseHome(directory).hashKey(Map.of("DESKPULSE_HASH_KEY", "0123456789abcdef")))
                .isEqualTo("0123456789abcdef");
        assertThat(directory).isEmptyDirectory();
    }
}
