package io.deskpulse.imports.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.deskpulse.imports.groups.LiveGroups;
import io.deskpulse.imports.input.Json;
import io.deskpulse.ops.HttpServerSettings;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Receives webhooks. A delivery is answered with 200 when Kafka has its events; with 503 and {@code Retry-After} when too many are
 * running or Kafka does not acknowledge in time, so that its source tries again, which gives the same events.
 *
 * <p>The server is the JDK's own: it is kept with the JDK, needs no dependency, and a thread a running delivery is what waiting for an
 * acknowledgement takes anyway.
 */
public final class WebhookServer implements AutoCloseable {
    /** Threads beyond the deliveries that may run, which send the others away and answer who watches. */
    private static final int SPARE_THREADS = 28;

    private static final int BACKLOG = 1_024;
    private static final long MOST_NANOS_TO_CLOSE = 8_000_000_000L;
    private static final long CLOSE_LOOKS_EVERY_NANOS = 10_000_000L;

    /** WooCommerce asks so, unsigned, whether an address answers before it delivers there. */
    private static final Pattern PING = Pattern.compile("webhook_id=\\d{1,19}");

    static {
        // Who sends slower than this, or keeps a connection that says nothing, must not hold a thread for ever.
        HttpServerSettings.setDefault("maxReqTime", "30");
        HttpServerSettings.setDefault("maxRspTime", "60");
        HttpServerSettings.setDefault("idleInterval", "60");
        HttpServerSettings.answerWithoutDelay();
    }

    private final Settings settings;
    private final LiveGroups groups;
    private final EventSink sink;
    private final IngestCounts counts = new IngestCounts();
    private final AtomicLong numbers = new AtomicLong();
    private final ExecutorService threads;
    private final HttpServer server;
    private volatile boolean closing;

    /**
     * How webhooks are received.
     *
     * @param address to listen on
     * @param signature how they must be signed; null for not at all
     * @param secret they are signed with; null without a signature
     * @param mostBytes of a body
     * @param mostRunning deliveries at a time, beyond which more are sent away
     * @param tls with what key it speaks TLS; null for HTTP in clear
     */
    public record Settings(
            InetSocketAddress address,
            Signature signature,
            String secret,
            int mostBytes,
            int mostRunning,
            SSLContext tls) {}

    /**
     * Listens from here on.
     *
     * @throws UserError when the address cannot be listened on
     */
    public WebhookServer(Settings settings, LiveGroups groups, EventSink sink) {
        this.settings = settings;
        this.groups = groups;
        this.sink = sink;
        threads = Executors.newFixedThreadPool(settings.mostRunning() + SPARE_THREADS);
        try {
            server = settings.tls() == null
                    ? HttpServer.create(settings.address(), BACKLOG)
                    : overTls(HttpsServer.create(settings.address(), BACKLOG), settings.tls());
        } catch (IOException e) {
            throw new UserError("Cannot listen on " + settings.address() + ": " + e.getMessage() + ".", e);
        }
        server.createContext("/", this::receive);
        server.createContext("/metrics", exchange -> answer(exchange, 200, counts.text()));
        server.createContext("/health", exchange -> answer(exchange, 200, "ok\n"));
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer overTls(HttpsServer server, SSLContext tls) {
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        long begun = System.nanoTime();
        try {
            int status;
            try {
                boolean tooMany = counts.running().incrementAndGet() > settings.mostRunning();
                status = tooMany || closing ? 503 : status(exchange);
            } catch (UserError e) {
                status = 500; // a mapping that comes to no end, again and again
            }
            if (status == 503) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            counts.answered(status, System.nanoTime() - begun);
            answer(exchange, status, text(status));
        } finally {
            counts.running().decrementAndGet();
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            return 200; // as Intercom asks whether an address answers
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(settings.mostBytes() + 1);
        }
        if (body.length > settings.mostBytes()) {
            return 413;
        }
        if (body.length < 64
                && PING.matcher(new String(body, StandardCharsets.UTF_8)).matches()) {
            return 200;
        }
        if (settings.signature() != null
                && !settings.signature().isRight(exchange.getRequestHeaders(), body, settings.secret())) {
            return 401;
        }
        JsonNode json = Json.parse(new String(body, StandardCharsets.UTF_8));
        if (!(json instanceof ObjectNode object)) {
            return 400;
        }
        LiveGroups.Delivery delivery = groups.deliver(object, numbers.incrementAndGet());
        if (!isSafe(delivery)) {
            return 503;
        }
        counts.mapped(delivery.classes(), delivery.events().size());
        return 200;
    }

    private boolean isSafe(LiveGroups.Delivery delivery) {
        boolean safe = false;
        try {
            safe = delivery.events().isEmpty() || sink.send(List.copyOf(delivery.events()));
        } finally {
            groups.settle(delivery, safe);
        }
        return safe;
    }

    private static String text(int status) {
        return switch (status) {
            case 200 -> "ok\n";
            case 400 -> "expected one JSON object\n";
            case 401 -> "the signature is not right\n";
            case 405 -> "expected POST\n";
            case 413 -> "the body is too large\n";
            case 500 -> "the mapping cannot make events of this\n";
            default -> "try again\n";
        };
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /**
     * Ends when the deliveries that are running have been answered, since not every source tries again when it is left without an
     * answer; new ones are sent away. At most after 8 s, of the 10 s that containers are given to stop.
     */
    @Override
    public void close() {
        closing = true;
        long begun = System.nanoTime();
        while (counts.running().get() > 0 && System.nanoTime() - begun < MOST_NANOS_TO_CLOSE) {
            LockSupport.parkNanos(CLOSE_LOOKS_EVERY_NANOS);
        }
        server.stop(0);
        threads.shutdownNow();
        groups.close();
    }
}
