package io.deskpulse.dashboards.server;

import com.sun.net.httpserver.HttpServer;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.ops.HttpServerSettings;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the built app and answers its questions, on the loopback interface only. */
public final class PreviewServer implements AutoCloseable {
    private static final int THREADS = 4;

    static {
        HttpServerSettings.answerWithoutDelay();
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private PreviewServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to serve.
     *
     * @param app the built app
     * @param reader who asks ClickHouse
     * @param port 0 for a free one
     * @throws UserError when the port is taken
     */
    public static PreviewServer start(Path app, Language language, ClickHouseAccess reader, int port) {
        Dashboards dashboards = Dashboards.bundled(language);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            PreviewApi api = new PreviewApi(dashboards, language, new PanelQueries(dashboards, reader));
            OwnHost ownHost = new OwnHost();
            server.createContext("/api/", api).getFilters().add(ownHost);
            server.createContext("/", new AppFiles(app)).getFilters().add(ownHost);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, PreviewServer::daemon);
            server.setExecutor(threads);
            server.start();
            return new PreviewServer(server, threads);
        } catch (IOException e) {
            throw new UserError("The preview cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Where a browser finds it. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "preview");
        thread.setDaemon(true);
        return thread;
    }
}
