package io.deskpulse.digest.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.deskpulse.digest.channels.Outcome.Kind;
import io.deskpulse.digest.content.Digests;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.digest.subscriptions.MailSettings;
import io.deskpulse.digest.subscriptions.MailSettings.Security;
import io.deskpulse.digest.subscriptions.Secret;
import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail over TLS, from the first byte and after STARTTLS, to a real SMTP server that asks for user and password. */
class MailOverTlsTest {
    private static final Message MESSAGE = new Message(
            "d1",
            Digests.week(),
            new Words("en", ReasonTaxonomy.bundled(), TopicTaxonomy.bundled().newest()));
    private static final String STORE = "greenmail.tls.keystore.file";
    private static final String PASSWORD = "greenmail.tls.keystore.password";

    @TempDir
    private static Path directory;

    private static Path store;
    private static Path authority;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    /** A certificate of localhost that nobody vouches for but the file beside it. */
    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException {
        store = directory.resolve("server.p12");
        authority = directory.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-alias",
                "mail");
        keytool("-exportcert", "-rfc", "-alias", "mail", "-file", authority.toString());
        System.setProperty(STORE, store.toString());
        System.setProperty(PASSWORD, "changeit");
    }

    @AfterAll
    static void forgetCertificate() {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @BeforeEach
    void start() {
        server.setUser("digest@example.com", "digest", "secret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void tlsFromTheFirstByte() {
        int port = server.getSmtps().getPort();

        assertThat(send(settings("localhost", port, Security.TLS, authority.toString()), "secret"))
                .isEqualTo(Kind.ACCEPTED);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(send(settings("localhost", port, Security.TLS, authority.toString()), "wrong"))
                .isEqualTo(Kind.AGAIN);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void tlsAfterStartTls() throws Exception {
        try (StartTlsProxy proxy = new StartTlsProxy(server.getSmtp().getPort(), store)) {
            MailSettings settings = settings("localhost", proxy.port(), Security.STARTTLS, authority.toString());

            assertThat(send(settings, "secret")).isEqualTo(Kind.ACCEPTED);

            assertThat(proxy.saidInClear())
                    .doesNotContain("MAIL FROM:<digest@example.com>", "AUTH PLAIN", "AUTH LOGIN");
            assertThat(proxy.saidInClear()).contains("STARTTLS");
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whomNobodyVouchesForGetsNothing() {
        int port = server.getSmtps().getPort();

        assertThat(send(settings("localhost", port, Security.TLS, null), "secret"))
                .isEqualTo(Kind.AGAIN);
        assertThat(send(settings("127.0.0.1", port, Security.TLS, authority.toString()), "secret"))
                .as("another name than the certificate has")
                .isEqualTo(Kind.AGAIN);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aFileWithoutCertificatesIsToldInWords() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        Path missing = directory.resolve("missing.pem");

        assertThatThrownBy(() -> send(settings("localhost", 1, Security.TLS, empty.toString()), "secret"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no certificate in");
        assertThatThrownBy(() -> send(settings("localhost", 1, Security.TLS, missing.toString()), "secret"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot be read from");
    }

    private static Kind send(MailSettings settings, String password) {
        return new MailChannel(settings, password, "ann@example.com")
                .send(MESSAGE)
                .kind();
    }

    private static MailSettings settings(String host, int port, Security security, String authorities) {
        return new MailSettings(
                host, port, security, "digest@example.com", "digest", new Secret("${PASSWORD}"), authorities);
    }
}
