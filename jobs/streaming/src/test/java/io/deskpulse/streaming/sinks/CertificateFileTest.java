package io.deskpulse.streaming.sinks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFileTest {
    @TempDir
    private Path directory;

    @Test
    void whatHoldsNoCertificateIsNamed() throws IOException {
        assertRefused("cannot read " + directory.resolve("none.pem"), directory.resolve("none.pem"));
        assertRefused("holds no certificate", Files.createFile(directory.resolve("empty.pem")));
        assertRefused(
                "is no file of certificates in PEM form",
                Files.writeString(directory.resolve("key.pem"), "-----BEGIN CERTIFICATE-----\nnonsense\n"));
    }

    private static void assertRefused(String why, Path file) {
        assertThatThrownBy(() -> CertificateFile.trusting(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
