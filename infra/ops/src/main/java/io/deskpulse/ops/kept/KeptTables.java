package io.deskpulse.ops.kept;

import io.deskpulse.ops.kept.KeptTable.Whose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The notes of {@code infra/clickhouse/kept.yaml}, which are part of the build.
 *
 * @param tables in the order of the file
 * @param hiddenViews that readers of some shops do not see
 * @param gatheredViews that a cluster asks over all shards at once, as each shard by itself would list what others list too
 */
public record KeptTables(List<KeptTable> tables, Set<String> hiddenViews, Set<String> gatheredViews) {
    private static final String RESOURCE = "/clickhouse/kept.yaml";

    /** Copies all. */
    public KeptTables {
        tables = List.copyOf(tables);
        hiddenViews = Set.copyOf(hiddenViews);
        gatheredViews = Set.copyOf(gatheredViews);
    }

    /** Those of this build. */
    public static KeptTables bundled() {
        try (InputStream in = KeptTables.class.getResourceAsStream(RESOURCE)) {
            Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            List<KeptTable> tables = new ArrayList<>();
            section(root, "tables").forEach((name, notes) -> tables.add(table(name.toString(), (Map<?, ?>) notes)));
            return new KeptTables(tables, views(root, "hidden"), views(root, "gathered"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** What grows old in all of them. */
    public List<AgingPart> parts() {
        return tables.stream().flatMap(table -> table.parts().stream()).toList();
    }

    private static Set<String> views(Map<?, ?> root, String note) {
        return section(root, "views").entrySet().stream()
                .filter(view -> ((Map<?, ?>) view.getValue()).containsKey(note))
                .map(view -> view.getKey().toString())
                .collect(Collectors.toSet());
    }

    private static KeptTable table(String name, Map<?, ?> notes) {
        List<AgingPart> parts = new ArrayList<>();
        if (notes.containsKey("age")) {
            parts.add(part(name, null, notes));
        }
        section(notes, "columns").forEach((column, note) -> parts.add(part(name, column.toString(), (Map<?, ?>) note)));
        boolean hidden = notes.containsKey("hidden");
        return new KeptTable(
                name,
                hidden ? Whose.HIDDEN : whose(text(notes, "rows")),
                text(notes, hidden ? "hidden" : "why"),
                text(notes, "buyer"),
                parts);
    }

    private static AgingPart part(String table, String column, Map<?, ?> notes) {
        Object days = notes.get("keep");
        return new AgingPart(
                column == null ? table : table + "." + column,
                table,
                column,
                text(notes, "age"),
                days == null ? 0 : (Integer) days);
    }

    private static Whose whose(String rows) {
        return switch (rows) {
            case "shop" -> Whose.SHOP;
            case "shop or all" -> Whose.SHOP_OR_ALL;
            case "all" -> Whose.ALL;
            default ->
                throw new IllegalArgumentException("rows of a table are of shop, shop or all, or all, got " + rows);
        };
    }

    private static Map<?, ?> section(Map<?, ?> notes, String key) {
        return notes.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> notes, String key) {
        return notes.containsKey(key) ? notes.get(key).toString() : "";
    }
}
