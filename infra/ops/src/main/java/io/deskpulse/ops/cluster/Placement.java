package io.deskpulse.ops.cluster;

import io.deskpulse.ops.kept.KeptTable;
import io.deskpulse.ops.kept.KeptTable.Whose;
import io.deskpulse.ops.kept.KeptTables;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a schema lies on shards, each shop on one of them, and what lies whole on every server.
 *
 * <p>Tables whose rows are each of a shop ({@code kept.yaml}: {@code rows: shop}) and views that read one of them, through whatever
 * views, are on shards. All others are small and everywhere: what an empty {@code shop_id} says of all shops, rules, words, history.
 */
public final class Placement {
    /** A table of the next form, while the rows of the present one move to it. */
    private static final String NEXT_FORM = "_v\\d+$";

    private final Set<String> tables;
    private final Set<String> views = new HashSet<>();
    private final Set<String> gathered;

    /**
     * Of the tables that are noted and views over them.
     *
     * @param needs of each view, by name, behind the views that it needs
     */
    public Placement(KeptTables kept, Map<String, Set<String>> needs) {
        tables = kept.tables().stream()
                .filter(table -> table.whose() == Whose.SHOP)
                .map(KeptTable::name)
                .collect(Collectors.toUnmodifiableSet());
        gathered = kept.gatheredViews();
        needs.forEach((view, needed) -> {
            if (!Collections.disjoint(needed, tables) || !Collections.disjoint(needed, views)) {
                views.add(view);
            }
        });
    }

    /** Whether each shard has a part of it. */
    boolean isOnShards(String name) {
        return views.contains(name) || tables.contains(name.replaceFirst(NEXT_FORM, ""));
    }

    /** Whether it is such a table, and not one of a next form. */
    boolean isTableOnShards(String name) {
        return tables.contains(name);
    }

    /** Whether a view lists what every server has beside what its shard has, so that it has to be asked over all shards at once. */
    boolean isGathered(String view) {
        return gathered.contains(view);
    }
}
