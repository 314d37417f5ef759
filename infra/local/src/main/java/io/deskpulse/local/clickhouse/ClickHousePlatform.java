package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.UserError;
import java.util.Locale;
import java.util.Map;

/**
 * The npm package that holds ClickHouse for one kind of machine.
 *
 * @param suffix the last part of the package's name
 * @param integrity of this version as in the registry, {@code sha512-} and Base64; null when not pinned here
 */
record ClickHousePlatform(String suffix, String integrity) {
    /** ClickHouse 26.7. */
    static final String VERSION = "26.7.3-stable.1";

    private static final Map<String, ClickHousePlatform> PLATFORMS = Map.of(
            "linux/amd64",
                    new ClickHousePlatform(
                            "linux-x64-gnu",
                            "sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw=="),
            "linux/aarch64", new ClickHousePlatform("linux-arm64-gnu", null),
            "mac/amd64", new ClickHousePlatform("darwin-x64", null),
            "mac/aarch64", new ClickHousePlatform("darwin-arm64", null));

    /**
     * The package for this machine.
     *
     * @throws UserError when there is none
     */
    static ClickHousePlatform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "mac" : osName.toLowerCase(Locale.ROOT);
        String arch = osArch.equals("x86_64") ? "amd64" : osArch;
        ClickHousePlatform platform = PLATFORMS.get(os + "/" + arch);
        if (platform == null) {
            throw new UserError("There is no embedded ClickHouse for " + osName + " on " + osArch
                    + ". Put a clickhouse binary on the PATH, or name a running server with CLICKHOUSE_URL.");
        }
        return platform;
    }

    String npmPackage() {
        return "@chdb/lib-" + suffix + "@" + VERSION;
    }

    /** The same for every version of a platform, unlike the file name npm gives the download. */
    String directoryName() {
        return suffix + "-" + VERSION;
    }
}
