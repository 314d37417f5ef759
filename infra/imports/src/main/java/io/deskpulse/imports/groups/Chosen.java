package io.deskpulse.imports.groups;

import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.RecordKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The version of a record that counts, and the others.
 *
 * @param kind position of its kind in the mapping
 * @param winner the one that counts
 * @param losers the others
 */
record Chosen(int kind, Version winner, List<Version> losers) {
    /** One for every kind and id, of items sorted by both. */
    static List<Chosen> of(List<Item> items, Mapping mapping) {
        List<Chosen> chosen = new ArrayList<>();
        int from = 0;
        while (from < items.size()) {
            int to = from + 1;
            while (to < items.size()
                    && items.get(to).kind() == items.get(from).kind()
                    && items.get(to).id().equals(items.get(from).id())) {
                to++;
            }
            chosen.add(of(
                    items.subList(from, to), mapping.kinds().get(items.get(from).kind())));
            from = to;
        }
        return chosen;
    }

    /** Each item by itself, of which nothing is asked; for groups that are refused whole. */
    static List<Chosen> each(List<Item> items) {
        return items.stream()
                .map(item -> new Chosen(item.kind(), new Version(item, null, null), List.of()))
                .toList();
    }

    private static Chosen of(List<Item> versions, RecordKind kind) {
        List<Version> all = new ArrayList<>();
        versions.forEach(item -> all.add(Version.of(item, kind)));
        Version winner = all.get(0);
        for (Version version : all) {
            int newer = version.compareTo(winner);
            if (kind.keepFirst() ? newer < 0 : newer > 0) {
                winner = version;
            }
        }
        Version best = winner;
        all.removeIf(version -> version == best);
        return new Chosen(versions.get(0).kind(), winner, all);
    }

    /** Whether any of the others says something else. */
    boolean isContradicted() {
        return losers.stream()
                .anyMatch(loser ->
                        !Arrays.equals(loser.item().content(), winner.item().content()));
    }
}
