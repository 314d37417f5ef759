package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.DeskpulseHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a server's configuration and users from the templates beside this class. */
final class ClickHouseFiles {
    private ClickHouseFiles() {}

    /** Returns the configuration file; {@code users.xml} lies beside it. */
    static Path write(
            ClickHouseOptions options, int httpPort, int tcpPort, ClickHousePasswords passwords, boolean bootstrapUser)
            throws IOException {
        Path directory = options.directory();
        Files.createDirectories(directory.resolve("data"));
        Path config = directory.resolve("config.xml");
        DeskpulseHome.writeSecret(
                config,
                filled(
                        "config.xml",
                        Map.of(
                                "directory", escaped(directory.toString()),
                                "http_port", String.valueOf(httpPort),
                                "tcp_port", String.valueOf(tcpPort),
                                "memory_bytes", String.valueOf(options.memoryBytes()),
                                "cluster",
                                        options.seat() == null
                                                ? ""
                                                : options.seat().xml())));
        DeskpulseHome.writeSecret(
                directory.resolve("users.xml"),
                filled(
                        "users.xml",
                        Map.of(
                                "admin", passwords.hashOf(ClickHousePasswords.ADMIN),
                                "writer", passwords.hashOf(ClickHousePasswords.WRITER),
                                "reader", passwords.hashOf(ClickHousePasswords.READER),
                                "reader_memory_bytes", String.valueOf(options.memoryBytes() / 2),
                                "bootstrap_user", bootstrapUser ? template("bootstrap-user.xml") : "")));
        return config;
    }

    private static String filled(String name, Map<String, String> values) {
        String text = template(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static String template(String name) {
        try (InputStream in = ClickHouseFiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + name, e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
