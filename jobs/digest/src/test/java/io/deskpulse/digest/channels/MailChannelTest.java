package io.deskpulse.digest.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.deskpulse.digest.channels.Outcome.Kind;
import io.deskpulse.digest.content.Digests;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.digest.subscriptions.MailSettings;
import io.deskpulse.digest.subscriptions.MailSettings.Security;
import io.deskpulse.digest.subscriptions.Secret;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail against a real SMTP server of this process, and against one that breaks off. */
class MailChannelTest {
    private static final Words ZH =
            new Words("zh", ReasonTaxonomy.bundled(), TopicTaxonomy.bundled().newest());
    private static final Message MESSAGE = new Message("d1", Digests.week(), ZH);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

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
    void isAMailOfTwoFormsWithOneIdForEveryAttempt() throws Exception {
        MailChannel channel =
                new MailChannel(settings(server.getSmtp().getPort(), "digest"), "secret", "ann@example.com");

        assertThat(channel.send(MESSAGE).kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(channel.send(MESSAGE).kind()).isEqualTo(Kind.ACCEPTED);

        assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getMessageID()).isEqualTo("<d1@example.com>");
            assertThat(mail.getSentDate()).isEqualTo(Date.from(Digests.MADE));
        });
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("Northlight <Home>：商品问题 2026-11-16 至 2026-11-22");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat((String) parts.getBodyPart(0).getContent()).startsWith("# 商品问题简报");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) parts.getBodyPart(1).getContent())
                .startsWith("<!DOCTYPE html>")
                .contains("做工");
    }

    @Test
    void aWrongPasswordMayBeMended() {
        MailChannel channel =
                new MailChannel(settings(server.getSmtp().getPort(), "digest"), "wrong", "ann@example.com");

        assertThat(channel.send(MESSAGE).kind()).isEqualTo(Kind.AGAIN);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWithoutTlsGetsNothingWhereTlsIsRequired() {
        MailSettings settings = new MailSettings(
                "127.0.0.1", server.getSmtp().getPort(), Security.STARTTLS, "digest@example.com", null, null, null);

        assertThat(new MailChannel(settings, null, "ann@example.com")
                        .send(MESSAGE)
                        .kind())
                .isEqualTo(Kind.AGAIN);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobodyListeningHasSurelyNotGotIt() {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThat(new MailChannel(settings(port, null), null, "ann@example.com")
                        .send(MESSAGE)
                        .kind())
                .isEqualTo(Kind.AGAIN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "RCPT, 550 no such user, REFUSED",
                "RCPT, 451 greylisted, AGAIN",
                "END, 554 looks like spam, REFUSED",
                "END, 452 full, AGAIN",
                "END, -, UNKNOWN"
            })
    void refusalsAreToldFromWaitsAndFromNobodyKnows(String at, String answer, Kind expected) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answer(socket, at, answer));
            thread.start();
            MailChannel channel = new MailChannel(settings(socket.getLocalPort(), null), null, "ann@example.com");

            Outcome outcome = channel.send(MESSAGE);
            thread.join();

            assertThat(outcome.kind()).isEqualTo(expected);
            assertThat(outcome.detail()).doesNotContain("ann@");
        }
    }

    /** An SMTP server that fails at a command, or after the end of the mail: by an answer, or by hanging up. */
    private static void answer(ServerSocket listener, String at, String answer) {
        try (Socket line = listener.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
            say(line, "220 ready");
            boolean isData = false;
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                boolean isEnd = isData && command.equals(".");
                if (isData && !isEnd) {
                    continue;
                }
                isData = command.equals("DATA");
                boolean fails = isEnd ? at.equals("END") : command.startsWith(at);
                if (fails && answer == null) {
                    return;
                }
                say(line, fails ? answer : isData ? "354 go on" : command.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void say(Socket line, String answer) throws IOException {
        line.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    private static MailSettings settings(int port, String user) {
        return new MailSettings(
                "127.0.0.1",
                port,
                Security.NONE,
                "digest@example.com",
                user,
                user == null ? null : new Secret("${PASSWORD}"),
                null);
    }
}
