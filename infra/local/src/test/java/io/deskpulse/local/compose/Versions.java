package io.deskpulse.local.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that the build names. */
final class Versions {
    private static final Path PLATFORM = Path.of("src/main/java/io/deskpulse/local/clickhouse/ClickHousePlatform.java");

    private Versions() {}

    /** Properties of the root pom by name, and {@code clickhouse}: major and minor version of the embedded server. */
    static Map<String, String> read() throws IOException {
        Map<String, String> versions = new TreeMap<>();
        Matcher property = Pattern.compile("<(dep[.].*?[.]version)>(.*?)</")
                .matcher(Files.readString(ComposeFile.ROOT.resolve("pom.xml")));
        while (property.find()) {
            versions.put(property.group(1), property.group(2));
        }
        Matcher embedded = Pattern.compile("\"(\\d+[.]\\d+)[.]\\d+-stable").matcher(Files.readString(PLATFORM));
        if (embedded.find()) {
            versions.put("clickhouse", embedded.group(1));
        }
        return versions;
    }
}
