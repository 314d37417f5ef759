package io.deskpulse.ops.migrations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts views behind what they need, and tells when one has to be made again.
 *
 * <p>A view's checksum is that of its statement and of the checksums of what it needs, so it changes with each view and each table
 * beneath. Tables count because the server keeps the types of a view's columns as they were when it was made.
 */
final class ViewOrder {
    private final Map<String, View> views = new TreeMap<>();
    private final Map<String, String> tables = new TreeMap<>();
    private final Set<String> created = new TreeSet<>();
    private final Map<String, String> checksums = new LinkedHashMap<>();

    /**
     * Orders views, by name where needs leave it open.
     *
     * @throws IllegalArgumentException when one needs what is not there, has the name of a table, or views need each other in a
     *     circle, naming the file
     */
    ViewOrder(List<View> views, List<Migration> migrations) {
        for (Migration migration : migrations) {
            created.addAll(migration.createdTables());
            migration.tables().forEach(table -> tables.merge(table, migration.checksum(), String::concat));
        }
        for (View view : views) {
            if (created.contains(view.name())) {
                throw new IllegalArgumentException(path(view) + " has the name of a table");
            }
            this.views.put(view.name(), view);
        }
        this.views.values().forEach(view -> place(view, new LinkedHashSet<>()));
    }

    /** Each behind all that it needs, and with the queries of the parametrised ones among that. */
    List<View> views() {
        Map<String, View> whole = new LinkedHashMap<>();
        checksums.keySet().forEach(name -> whole.put(name, views.get(name).withQueriesOf(whole)));
        return List.copyOf(whole.values());
    }

    /** By name of the view. */
    Map<String, String> checksums() {
        return checksums;
    }

    private void place(View view, Set<String> path) {
        if (checksums.containsKey(view.name())) {
            return;
        }
        if (!path.add(view.name())) {
            throw circle(view, new ArrayList<>(path));
        }
        StringBuilder text = new StringBuilder(view.statement());
        for (String need : new TreeSet<>(view.needs())) {
            text.append('\n').append(need).append(' ').append(checksum(need, view, path));
        }
        path.remove(view.name());
        checksums.put(view.name(), Checksum.of(text.toString()));
    }

    private String checksum(String need, View view, Set<String> path) {
        if (views.containsKey(need)) {
            place(views.get(need), path);
            return checksums.get(need);
        }
        if (!created.contains(need)) {
            throw new IllegalArgumentException(
                    path(view) + " reads deskpulse." + need + ", which no file of tables and no file of views makes");
        }
        return tables.get(need);
    }

    private IllegalArgumentException circle(View view, List<String> path) {
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(view.name()), path.size()));
        circle.add(view.name());
        return new IllegalArgumentException(path(view) + " needs itself: " + String.join(" reads ", circle));
    }

    private static String path(View view) {
        return "views/" + view.fileName();
    }
}
