package io.deskpulse.ops.clickhouse;

import java.util.Map;

/**
 * Who asks one server for what; on a configured server it is one user in all three roles.
 *
 * @param admin for migrations
 * @param writer for the job
 * @param reader for people and dashboards
 */
public record ClickHouseUsers(ClickHouseAccess admin, ClickHouseAccess writer, ClickHouseAccess reader) {
    /**
     * The user that {@code CLICKHOUSE_URL}, {@code CLICKHOUSE_USER} (else {@code default}) and {@code CLICKHOUSE_PASSWORD} name, with
     * the authority of {@code CLICKHOUSE_CA}; null when no URL is configured.
     */
    public static ClickHouseUsers configured(Map<String, String> environment) {
        String url = environment.getOrDefault("CLICKHOUSE_URL", "");
        if (url.isBlank()) {
            return null;
        }
        ClickHouseAccess user = ClickHouseAccess.parse(
                url,
                environment.getOrDefault("CLICKHOUSE_USER", "default"),
                environment.getOrDefault("CLICKHOUSE_PASSWORD", ""),
                environment.get("CLICKHOUSE_CA"));
        return new ClickHouseUsers(user, user, user);
    }
}
