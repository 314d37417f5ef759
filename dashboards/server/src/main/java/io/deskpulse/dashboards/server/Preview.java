package io.deskpulse.dashboards.server;

import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.server.build.PreviewBuild;
import io.deskpulse.dashboards.server.build.PreviewSources;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.io.UncheckedIOException;

/**
 * The dashboards in a browser, beside a running stack: served at once when the app was built before, else after a build in the
 * background. A build that fails says why and leaves everything else alone.
 */
public final class Preview implements AutoCloseable {
    private final PreviewBuild build;
    private final Language language;
    private final ClickHouseAccess reader;
    private final int port;
    private final Progress progress;
    private final Thread thread = new Thread(this::buildAndServe, "preview-build");
    private PreviewServer server;
    private boolean closed;

    private Preview(PreviewBuild build, Language language, ClickHouseAccess reader, int port, Progress progress) {
        this.build = build;
        this.language = language;
        this.reader = reader;
        this.port = port;
        this.progress = progress;
    }

    /**
     * Begins, and says the address when there is one.
     *
     * @param reader who asks ClickHouse
     * @param port 0 for a free one
     */
    public static Preview start(
            DeskpulseHome home, Language language, ClickHouseAccess reader, int port, Progress progress) {
        PreviewBuild build = new PreviewBuild(home, PreviewSources.bundled());
        Preview preview = new Preview(build, language, reader, port, progress);
        if (build.existing().isPresent()) {
            preview.buildAndServe();
        } else {
            preview.thread.setDaemon(true);
            preview.thread.start();
        }
        return preview;
    }

    /** Stops the server, and a build that is still going on. */
    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
        if (server != null) {
            server.close();
        }
    }

    /**
     * Builds the app if need be, serves it and says the address.
     *
     * @throws UserError when it cannot be built, or the port is taken
     */
    public static PreviewServer serve(
            DeskpulseHome home, Language language, ClickHouseAccess reader, int port, Progress progress) {
        PreviewBuild build = new PreviewBuild(home, PreviewSources.bundled());
        return serve(build, language, reader, port, progress);
    }

    private void buildAndServe() {
        try {
            keep(serve(build, language, reader, port, progress));
        } catch (UserError e) {
            failed(e.getMessage());
        } catch (UncheckedIOException e) {
            failed(e.getMessage() + ": " + e.getCause().getMessage());
        }
    }

    private static PreviewServer serve(
            PreviewBuild build, Language language, ClickHouseAccess reader, int port, Progress progress) {
        PreviewServer server = PreviewServer.start(build.obtain(progress), language, reader, port);
        progress.step("Dashboards  " + server.url() + "  (a preview; Grafana loads the same files)");
        return server;
    }

    private synchronized void keep(PreviewServer started) {
        server = started;
        if (closed) {
            server.close();
        }
    }

    private synchronized void failed(String reason) {
        if (!closed) {
            progress.step(reason + "\nEverything else goes on without it; --no-preview does not try.");
        }
    }
}
