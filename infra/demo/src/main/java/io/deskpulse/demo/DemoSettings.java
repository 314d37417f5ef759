package io.deskpulse.demo;

import io.deskpulse.streaming.shops.ShopFile;
import io.deskpulse.streaming.shops.ShopProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of the demo's shops: one file for the events that are invented, for the jobs and for ClickHouse. */
final class DemoSettings {
    private static final String FILE = "shops.yaml";

    private DemoSettings() {}

    /** Time zone by shop id; {@code home} is that of shops for which the file names none. */
    static Map<String, ZoneId> zones(ZoneId home) {
        return ShopFile.parse(text(), ShopProfile.USUAL.in("", home)).settings().shops().stream()
                .collect(Collectors.toMap(ShopProfile::id, ShopProfile::zone));
    }

    /** Settings of jobs, {@code --key}, value, …, that say the same; writes the file they name into a directory. */
    static List<String> forJobs(Path directory, ZoneId home) {
        try {
            Path file = Files.writeString(directory.resolve(FILE), text());
            return List.of("--settings", file.toString(), "--shops.default-zone", home.getId());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
    }

    private static String text() {
        try (InputStream in = DemoSettings.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
