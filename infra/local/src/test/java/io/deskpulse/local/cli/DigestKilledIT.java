package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.cli.Deskpulse;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.migrations.Migrator;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sender as a process of its own, killed with SIGKILL while a receiver reads its message, and after it answered: nothing is lost in
 * silence, a receiver that knows messages by their id has each once, and a robot is never sent one twice.
 */
class DigestKilledIT {
    private static final int WEBHOOKS = 3;
    private static final int ROBOTS = 3;
    private static final int MAILS = 2;

    /** The first own server; the second; a robot behind the third; the next robot; the last one. */
    private static final List<Death> DEATHS = List.of(
            new Death(1, false), new Death(2, true), new Death(3, false), new Death(1, true), new Death(1, false));

    /**
     * How a sender dies.
     *
     * @param request at which of its requests
     * @param isAnswered whether it got the answer first
     */
    private record Death(int request, boolean isAnswered) {}

    @TempDir
    private Path directory;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** Keys of messages by path, as they came. */
    private final Map<String, List<String>> received = new ConcurrentHashMap<>();

    private final AtomicInteger requests = new AtomicInteger();
    private EmbeddedClickHouse server;
    private HttpServer receiver;
    private volatile Process sender;
    private volatile int diesAt;

    private volatile boolean isAnswered;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory.resolve("server")),
                Progress.silent());
        Migrator.bundled(server.admin(), Progress.silent()).migrate();
        admin(
                "INSERT INTO deskpulse.shop_settings (shop_id, version, removed, name, platform, zone, currency, minor_digits, language,"
                        + " rule, target_percent) VALUES ('s1', 1, 0, 'Northlight', 'own', 'UTC', 'USD', 2, 'en', 'tb.resp3m@1', 90)");
        mail.start();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            received.computeIfAbsent(path, each -> new CopyOnWriteArrayList<>()).add(String.valueOf(key));
            boolean dies = requests.incrementAndGet() == diesAt;
            if (dies && !isAnswered) {
                sender.destroyForcibly();
            }
            byte[] answer = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
            if (dies) {
                sender.destroyForcibly();
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        mail.stop();
        server.close();
    }

    @Test
    void nothingIsLostInSilenceAndNoRobotIsToldTwice() throws Exception {
        Path file = subscriptions();
        for (Death death : DEATHS) {
            requests.set(0);
            diesAt = death.request();
            isAnswered = death.isAnswered();
            assertThat(send(file)).as("killed").isGreaterThan(1);
            // Its right to send lasts for ten minutes more, which need not pass here.
            admin("TRUNCATE TABLE deskpulse.digest_leases");
        }
        diesAt = -1;
        int last = send(file);

        assertThat(received.keySet().stream().filter(path -> path.startsWith("/own")))
                .hasSize(WEBHOOKS);
        received.forEach((path, keys) -> {
            if (path.startsWith("/own")) {
                assertThat(keys.stream().distinct())
                        .as("%s knows it by its key", path)
                        .hasSize(1);
            } else {
                assertThat(keys).as("%s has it once", path).hasSize(1);
            }
        });
        List<String> mails = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            mails.add(message.getMessageID());
        }
        assertThat(mails).hasSize(MAILS).doesNotHaveDuplicates();
        assertThat(count("state NOT IN ('SENT', 'UNKNOWN')"))
                .as("nothing is left open")
                .isEqualTo("0");
        assertThat(count("true")).isEqualTo(Integer.toString(WEBHOOKS + ROBOTS + MAILS));
        assertThat(Long.parseLong(count("state = 'UNKNOWN'")))
                .as("robots of which nobody knows; of the one that answered the sender may just have known")
                .isBetween(ROBOTS - 1L, (long) ROBOTS);
        assertThat(count("state = 'UNKNOWN' AND channel != 'dingtalk'")).isEqualTo("0");
        assertThat(count("channel = 'dingtalk'")).isEqualTo(Integer.toString(ROBOTS));
        assertThat(last).as("some may not have arrived").isEqualTo(1);
        assertThat(send(file)).as("a second look sends nothing").isZero();
        assertThat(mail.getReceivedMessages()).hasSize(MAILS);
    }

    private Path subscriptions() throws IOException {
        StringBuilder yaml = new StringBuilder("mail: {host: 127.0.0.1, port: "
                + mail.getSmtp().getPort() + ", security: none, from: digest@example.com}\nsubscriptions:\n");
        String one = "  - {name: %s, shop: s1, language: en, period: day, hour: 0, channel: {%s}}\n";
        String url = "url: \"http://127.0.0.1:" + receiver.getAddress().getPort();
        for (int i = 0; i < WEBHOOKS; i++) {
            yaml.append(one.formatted("own " + i, "type: webhook, secret: k, " + url + "/own" + i + "\""));
        }
        for (int i = 0; i < ROBOTS; i++) {
            yaml.append(one.formatted("robot " + i, "type: dingtalk, " + url + "/robot" + i + "\""));
        }
        for (int i = 0; i < MAILS; i++) {
            yaml.append(one.formatted("mail " + i, "type: email, to: [reader" + i + "@example.com]"));
        }
        return Files.writeString(directory.resolve("digests.yaml"), yaml);
    }

    /** Runs the command once; its status, or that of a killed process. */
    private int send(Path file) throws IOException, InterruptedException {
        ClickHouseAccess access = server.writer();
        Path password = Files.writeString(directory.resolve("password"), access.password());
        Path log = directory.resolve("log");
        sender = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Deskpulse.class.getName(),
                        "digest",
                        "send",
                        "--once",
                        "--subscriptions=" + file,
                        "--url=" + access.url(),
                        "--user=" + access.user(),
                        "--password-file=" + password)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(sender.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(log)).doesNotContain("Exception", "\tat ");
        return sender.exitValue();
    }

    private String count(String condition) throws IOException {
        return new ClickHouseHttp(server.reader(), ClickHouseAccess.DATABASE)
                .query("SELECT count() FROM digest_deliveries WHERE " + condition);
    }

    private void admin(String sql) throws IOException {
        new ClickHouseHttp(server.admin()).query(sql);
    }
}
