package io.deskpulse.streaming.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged addresses of servers, and damaged certificates, are taken or refused in words. */
class ServersFuzzTest {
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBNjCB3aADAgECAgg7BoVtNP9+1DAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDEwR0
            ZXN0MCAXDTI2MTEyOTIwMjA0MVoYDzIxMjYxMTA1MjAyMDQxWjAPMQ0wCwYDVQQD
            EwR0ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEUAs5DXQPk83UrD6Y/a16
            i0l3hu3q3tQICXuqyxLp7UeJ6oyAdBQv4JQy6+ZfTNHR8DecQdvHzcX4kIolPkaj
            W6MhMB8wHQYDVR0OBBYEFAqx/m8d1cxFzJ52c6XsVRKBJ5UoMAoGCCqGSM49BAMC
            A0gAMEUCIQDlxVdoHF5OWRe3H79xfAjmtVsa5aCCtyk47P2j8uROggIgOWs6K26f
            0Zmb2WEYBeWr2J24zU+YuRrR2g2lldoDDw4=
            -----END CERTIFICATE-----
            """;

    @TempDir
    private Path directory;

    @Test
    void anAddressIsTakenAsItIsOrRefusedWithoutItsPassword() {
        List<byte[]> samples = Fuzz.texts(List.of(
                "http://ch:8124/deskpulse",
                "https://ch.example",
                "jdbc:clickhouse:https://ch:9443/deskpulse",
                "https://reader:hunter2@ch:8443/deskpulse?ssl=true#top",
                "http://[::1]:8123"));

        Refused seen = Fuzz.refusing(IllegalArgumentException.class, samples, 0.02, input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            try {
                ClickHouseAddress server = ClickHouseAddress.parse(text, "u", "p", null);
                if (text.contains("@") || text.contains("#") || text.contains("?")) {
                    throw new AssertionError("passed over a part of it: " + server);
                }
                assertThat(ClickHouseAddress.parse(server.url() + "/" + server.database(), "u", "p", null))
                        .isEqualTo(server);
            } catch (IllegalArgumentException e) {
                if (text.lastIndexOf('@') > text.lastIndexOf("hunter2")
                        && e.getMessage().contains("hunter2")) {
                    throw new AssertionError("told a password: " + e.getMessage());
                }
                throw e;
            }
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }

    @Test
    void aFileOfCertificatesIsTrustedOrRefused() {
        Path file = directory.resolve("authorities.pem");

        Refused seen = Fuzz.refusing(
                IllegalArgumentException.class,
                Fuzz.texts(List.of(CERTIFICATE, CERTIFICATE + CERTIFICATE)),
                0.005,
                input -> {
                    Files.write(file, input);
                    CertificateFile.trusting(file.toString());
                });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }
}
