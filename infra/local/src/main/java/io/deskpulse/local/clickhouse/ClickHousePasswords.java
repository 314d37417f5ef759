package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.DeskpulseHome;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** The passwords of one data directory: made once, kept in a file that only its owner reads. */
final class ClickHousePasswords {
    static final String ADMIN = "deskpulse_admin";
    static final String WRITER = "deskpulse_writer";
    static final String READER = "deskpulse_reader";

    private final Properties byUser;

    private ClickHousePasswords(Properties byUser) {
        this.byUser = byUser;
    }

    static ClickHousePasswords loadOrCreate(Path directory) throws IOException {
        Path file = directory.resolve("passwords.properties");
        Properties byUser = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                byUser.load(reader);
            }
        } else {
            List.of(ADMIN, WRITER, READER).forEach(user -> byUser.setProperty(user, DeskpulseHome.secret()));
            StringWriter text = new StringWriter();
            byUser.store(text, "ClickHouse users of this run directory");
            DeskpulseHome.writeSecret(file, text.toString());
        }
        return new ClickHousePasswords(byUser);
    }

    String of(String user) {
        return byUser.getProperty(user);
    }

    /** As {@code password_sha256_hex} wants it. */
    String hashOf(String user) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(of(user).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
