package io.deskpulse.ops.readers;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.readers.ShopReader.Quota;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Readers as statements, for a server on which users are made by SQL; they may be repeated. */
public final class AccessSql {
    private AccessSql() {}

    /** Statements in their order, without semicolons. */
    public static List<String> of(List<ShopReader> readers, ReaderRights rights) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SETTINGS PROFILE OR REPLACE " + ReaderRights.PROFILE
                + " SETTINGS readonly = 2 CONST, do_not_merge_across_partitions_select_final = 1,"
                + " distributed_product_mode = 'global', optimize_skip_unused_shards = 1,"
                + " query_plan_optimize_lazy_materialization = 0, max_execution_time = "
                + ReaderRights.MAX_EXECUTION_SECONDS + " MIN 1 MAX " + ReaderRights.MOST_EXECUTION_SECONDS
                + ", max_memory_usage = " + ReaderRights.MAX_MEMORY_BYTES + " MIN 1 MAX "
                + ReaderRights.MAX_MEMORY_BYTES);
        readers.forEach(reader -> statements.addAll(of(reader, rights)));
        return statements;
    }

    private static List<String> of(ShopReader reader, ReaderRights rights) {
        List<String> statements = new ArrayList<>();
        String host = reader.networks().isEmpty()
                ? "ANY"
                : "IP "
                        + reader.networks().stream()
                                .map(ClickHouseHttp::literal)
                                .collect(Collectors.joining(", "));
        statements.add("CREATE USER OR REPLACE " + reader.name() + " IDENTIFIED WITH sha256_hash BY '"
                + reader.passwordSha256() + "' HOST " + host + " SETTINGS PROFILE " + ReaderRights.PROFILE);
        // Before the rights: who may read and has no policy may read all rows.
        Map<String, List<String>> tablesByFilter = new LinkedHashMap<>();
        rights.filters(reader)
                .forEach((table, filter) -> ReaderRights.DATABASES.forEach(database -> tablesByFilter
                        .computeIfAbsent(filter, key -> new ArrayList<>())
                        .add(database + "." + table)));
        tablesByFilter.forEach(
                (filter, tables) -> statements.add("CREATE ROW POLICY OR REPLACE " + reader.name() + " ON "
                        + String.join(", " + reader.name() + " ON ", tables) + " FOR SELECT USING " + filter
                        + " AS PERMISSIVE TO " + reader.name()));
        statements.add("CREATE QUOTA OR REPLACE " + reader.name() + " FOR INTERVAL "
                + reader.quota().seconds() + " SECOND " + limits(reader.quota()) + " TO " + reader.name());
        statements.add("GRANT "
                + ReaderRights.DATABASES.stream()
                        .flatMap(database -> rights.names().stream().map(name -> "SELECT ON " + database + "." + name))
                        .collect(Collectors.joining(", "))
                + " TO " + reader.name());
        return statements;
    }

    private static String limits(Quota quota) {
        Map<String, Long> limits = new LinkedHashMap<>();
        limits.put("queries", quota.queries());
        limits.put("read_rows", quota.readRows());
        limits.put("execution_time", quota.executionSeconds());
        limits.values().removeIf(limit -> limit == 0);
        return limits.isEmpty()
                ? "TRACKING ONLY"
                : limits.entrySet().stream()
                        .map(limit -> limit.getKey() + " = " + limit.getValue())
                        .collect(Collectors.joining(", ", "MAX ", ""));
    }
}
