package io.deskpulse.dashboards.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** The files of the built app; addresses that name no file are views of the app and get its page. */
final class AppFiles implements HttpHandler {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");
    /** Names of assets contain their hash; everything else is looked at again. */
    private static final String HASHED = "/assets/";

    private final Path root;

    AppFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Path file = named(path);
            boolean isView = !path.contains(".");
            if (file == null && !isView) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Path served = file != null ? file : root.resolve("index.html");
            byte[] content = Files.readAllBytes(served);
            exchange.getResponseHeaders().set("Content-Type", type(served));
            exchange.getResponseHeaders()
                    .set("Cache-Control", path.startsWith(HASHED) ? "max-age=31536000, immutable" : "no-cache");
            PreviewApi.send(exchange, 200, content);
        }
    }

    /** The file of an address; null when it names none of the app, or none that could be. */
    private Path named(String path) {
        try {
            Path file = root.resolve(path.substring(1)).normalize();
            return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
