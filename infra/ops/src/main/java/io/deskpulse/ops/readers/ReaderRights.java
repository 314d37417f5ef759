package io.deskpulse.ops.readers;

import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.kept.KeptTable;
import io.deskpulse.ops.kept.KeptTable.Whose;
import io.deskpulse.ops.kept.KeptTables;
import io.deskpulse.ops.migrations.Migrator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What readers of some shops may read: every table and view by its name, and which rows.
 *
 * <p>By name, so that a table or view of a later build is refused until the rights are written again, and never read whole.
 */
public final class ReaderRights {
    /** Of every reader: no writes, and limits that a client may lower or raise so far. */
    static final String PROFILE = "deskpulse_shop_reader";

    /** The second is there on a cluster alone; rights on what is not there do no harm. */
    static final List<String> DATABASES = List.of(ClickHouseAccess.DATABASE, ClickHouseAccess.SHARD_DATABASE);

    static final int MAX_EXECUTION_SECONDS = 60;
    static final int MOST_EXECUTION_SECONDS = 300;
    static final long MAX_MEMORY_BYTES = 2_000_000_000L;

    private final List<KeptTable> tables;
    private final List<String> names;

    private ReaderRights(KeptTables kept, List<String> views) {
        tables = kept.tables().stream()
                .filter(table -> table.whose() != Whose.HIDDEN)
                .toList();
        names = Stream.concat(
                        tables.stream().map(KeptTable::name),
                        views.stream().filter(view -> !kept.hiddenViews().contains(view)))
                .sorted()
                .toList();
    }

    /** Those of this build's tables and views. */
    public static ReaderRights bundled() {
        return new ReaderRights(KeptTables.bundled(), Migrator.bundledViews());
    }

    /** Tables and views that a reader may name, sorted. */
    public List<String> names() {
        return names;
    }

    /** The condition on the rows of each table that has shops, by table. */
    Map<String, String> filters(ShopReader reader) {
        String own = literals(reader.shops().stream());
        String ownOrAll = literals(Stream.concat(Stream.of(""), reader.shops().stream()));
        Map<String, String> filters = new LinkedHashMap<>();
        for (KeptTable table : tables) {
            if (table.whose() == Whose.SHOP) {
                filters.put(table.name(), own);
            } else if (table.whose() == Whose.SHOP_OR_ALL) {
                filters.put(table.name(), ownOrAll);
            }
        }
        return filters;
    }

    private static String literals(Stream<String> shops) {
        return shops.map(ClickHouseHttp::literal).collect(Collectors.joining(", ", "shop_id IN (", ")"));
    }
}
