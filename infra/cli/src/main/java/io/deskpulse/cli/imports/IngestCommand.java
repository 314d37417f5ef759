package io.deskpulse.cli.imports;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.imports.live.KafkaEventSink;
import io.deskpulse.imports.live.Live;
import io.deskpulse.imports.live.ServerKey;
import io.deskpulse.imports.live.Signature;
import io.deskpulse.imports.live.WebhookServer;
import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deskpulse ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        header = "Receive webhooks of the systems that shops use, and send their events to Kafka.",
        description = {
            "",
            "Every POST is a webhook. It is answered with 200 when Kafka has acknowledged its events, and with 503 and Retry-After when "
                    + "that takes too long or too many are running; the same delivery again gives the same events. GET /metrics is "
                    + "for Prometheus, GET /health for whoever watches.",
            "",
            "The secret that webhooks are signed with comes from the variable DESKPULSE_WEBHOOK_SECRET.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"1:something failed; the message says what", "2:wrong usage", "130:stopped with Ctrl-C"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  DESKPULSE_WEBHOOK_SECRET=… deskpulse ingest --from shopify --shop main --port 8090 --kafka kafka:9092",
            "  deskpulse ingest --from gorgias --shop main --port 8091 --kafka kafka:9092"
        })
public final class IngestCommand implements Callable<Integer> {
    private static final String SECRET = "DESKPULSE_WEBHOOK_SECRET";
    private static final String KEYSTORE_PASSWORD = "DESKPULSE_KEYSTORE_PASSWORD";
    private static final int LAST_PORT = 65_535;

    @Mixin
    private MappingArguments arguments;

    @Mixin
    private KafkaArguments kafka;

    @Option(names = "--port", paramLabel = "PORT", required = true, description = "Port to listen on.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine alone).")
    private String bind;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "5000000",
            description = "Larger bodies are refused (default: ${DEFAULT-VALUE}).")
    private int mostBytes;

    @Option(
            names = "--max-running",
            paramLabel = "N",
            defaultValue = "100",
            description = "Deliveries at a time; more are told to come again (default: ${DEFAULT-VALUE}).")
    private int mostRunning;

    @Option(
            names = "--answer-within",
            paramLabel = "MILLIS",
            defaultValue = "4000",
            description =
                    "How long an acknowledgement of Kafka may take (default: ${DEFAULT-VALUE}; most systems wait 5 s).")
    private int mostMillis;

    @Option(
            names = "--unsigned",
            description = "Accept webhooks of a system that signs them without looking at the signature.")
    private boolean unsigned;

    @Option(
            names = "--keystore",
            paramLabel = "FILE",
            description = "Speak HTTPS with the key in FILE (PKCS 12), whose password is in "
                    + "$$DESKPULSE_KEYSTORE_PASSWORD (default: HTTP in clear).")
    private Path keystore;

    @Override
    public Integer call() throws InterruptedException {
        require(port >= 0 && port <= LAST_PORT, "--port must be between 0 and 65535");
        require(mostBytes > 0 && mostBytes <= 100_000_000, "--max-body must be between 1 and 100000000");
        require(mostRunning > 0, "--max-running must be at least 1");
        require(mostMillis >= 100, "--answer-within must be at least 100");
        ImportOptions options = arguments.options(Instant.MAX);
        require(
                options.source() != null,
                "--from SOURCE is needed, beside --mapping too: it says how webhooks are signed");
        Signature signature = unsigned ? null : Signature.of(options.source());
        String secret = System.getenv(SECRET);
        if (signature != null && (secret == null || secret.isBlank())) {
            throw new UserError(options.source() + " signs its webhooks: set " + SECRET
                    + " to the secret, or say --unsigned when something before this looks at the signatures.");
        }
        Terminal terminal = Terminal.standardError();
        WebhookServer.Settings settings = new WebhookServer.Settings(
                new InetSocketAddress(bind, port), signature, secret, mostBytes, mostRunning, tls());
        try (KafkaEventSink sink = new KafkaEventSink(kafka.access(System.getenv()), mostMillis);
                WebhookServer server = new WebhookServer(settings, Live.groups(options), sink)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "ingest-shutdown"));
            terminal.step("Listening on " + (keystore == null ? "http" : "https") + "://" + bind + ":" + server.port()
                    + " for webhooks of " + options.source() + ". Ctrl-C stops it.");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private SSLContext tls() {
        return keystore == null ? null : ServerKey.of(keystore, System.getenv().getOrDefault(KEYSTORE_PASSWORD, ""));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserError(message + ".");
        }
    }
}
