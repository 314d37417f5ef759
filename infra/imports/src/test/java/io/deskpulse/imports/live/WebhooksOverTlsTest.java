package io.deskpulse.imports.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.sinks.CertificateFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksOverTlsTest {
    private static final String PASSWORD = "password of the key";

    @TempDir
    static Path directory;

    private static Path keystore;
    private static Path certificate;

    @BeforeAll
    static void makeKey() throws Exception {
        keystore = directory.resolve("key.p12");
        certificate = directory.resolve("certificate.pem");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=ip:127.0.0.1", "-validity", "2");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());
    }

    @Test
    void isReachedByWhoTrustsTheCertificateAlone() throws Exception {
        WebhookServer.Settings settings = new WebhookServer.Settings(
                new InetSocketAddress("127.0.0.1", 0), null, null, 1_000, 10, ServerKey.of(keystore, PASSWORD));
        try (WebhookServer server = new WebhookServer(
                settings, Live.groups(ImportOptions.of("chatwoot", List.of(), "s1", Instant.EPOCH)), events -> true)) {
            HttpRequest health = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/health"))
                    .build();
            HttpClient trusting = HttpClient.newBuilder()
                    .sslContext(CertificateFile.trusting(certificate.toString()))
                    .build();

            assertThat(trusting.send(health, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("ok\n");
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(health, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        assertThatThrownBy(() -> ServerKey.of(keystore, "zqx-wrong"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Cannot take the key in " + keystore)
                .hasMessageNotContaining("zqx");
        assertThatThrownBy(() -> ServerKey.of(certificate, PASSWORD))
                .isInstanceOf(UserError.class)
                .hasMessage("Cannot take the key in " + certificate
                        + ": it is no file in PKCS 12 or JKS form, it is damaged, or its password is another one.");
        assertThatThrownBy(() -> ServerKey.of(directory.resolve("none.p12"), PASSWORD))
                .hasMessageEndingWith("none.p12: there is no such file.");
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-storetype", "PKCS12", "-keystore", keystore.toString()));
        command.addAll(List.of("-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
    }
}
