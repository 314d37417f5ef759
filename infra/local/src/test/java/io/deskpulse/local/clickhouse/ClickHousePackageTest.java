package io.deskpulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHousePackageTest {
    @TempDir
    Path directory;

    @Test
    void choosesThePackageOfThePlatform() {
        assertThat(ClickHousePlatform.of("Linux", "amd64").npmPackage()).startsWith("@chdb/lib-linux-x64-gnu@26.7.");
        assertThat(ClickHousePlatform.of("Linux", "aarch64").suffix()).isEqualTo("linux-arm64-gnu");
        assertThat(ClickHousePlatform.of("Mac OS X", "aarch64").suffix()).isEqualTo("darwin-arm64");
        assertThat(ClickHousePlatform.of("Mac OS X", "x86_64").suffix()).isEqualTo("darwin-x64");
    }

    @Test
    void saysWhatToDoOnOtherPlatforms() {
        assertThatThrownBy(() -> ClickHousePlatform.of("Windows 11", "amd64"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Windows 11 on amd64")
                .hasMessageContaining("CLICKHOUSE_URL");
    }

    @Test
    void refusesADownloadThatIsNotWhatWasPublished() throws IOException {
        Path archive = Files.writeString(directory.resolve("lib.tgz"), "abc");
        String published =
                "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==";

        ClickHousePackage.verify(archive, published);
        Files.writeString(archive, "abd");

        assertThatThrownBy(() -> ClickHousePackage.verify(archive, published))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not the one that was published")
                .hasMessageContaining(published);
    }

    @Test
    void aBinaryOnThePathIsFound() throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        String searchPath = directory.resolve("nothing") + ":" + bin;
        assertThat(ClickHouseProgram.binaryOn(searchPath)).isEmpty();

        Path binary = Files.createFile(bin.resolve("clickhouse"));
        assertThat(ClickHouseProgram.binaryOn(searchPath)).isEmpty();

        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(ClickHouseProgram.binaryOn(searchPath)).contains(binary);
    }
}
