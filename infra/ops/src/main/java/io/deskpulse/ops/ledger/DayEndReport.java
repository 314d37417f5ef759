package io.deskpulse.ops.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.ops.tables.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ledger of a shop at an instant, for people and for programs.
 *
 * @param zone clock in which instants are shown
 * @param items in the order in which they are shown
 */
public record DayEndReport(String shop, Instant at, ZoneId zone, List<OpenItem> items) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int SHOWN_BUYER = 12;

    /** Copies the list. */
    public DayEndReport {
        items = List.copyOf(items);
    }

    /** For people: how much of each kind, then a table for each owner. */
    public String text() {
        StringBuilder text = new StringBuilder(
                String.format("Shop %s at %s (%s): %s%n", shop, CLOCK.format(at.atZone(zone)), zone, summary(items)));
        Map<String, List<OpenItem>> byOwner = new LinkedHashMap<>();
        items.forEach(item -> byOwner.computeIfAbsent(
                        item.owner() == null ? "Nobody" : item.owner(), owner -> new ArrayList<>())
                .add(item));
        byOwner.forEach((owner, owned) ->
                text.append(String.format("%n%s: %s%n", owner, summary(owned))).append(table(owned)));
        return text.toString();
    }

    /** One line for each item, instants as ISO 8601 with the offset of the zone. */
    public String csv() {
        List<List<String>> rows = items.stream()
                .map(item -> Arrays.asList(
                        shop,
                        item.kind(),
                        item.id(),
                        item.owner(),
                        iso(item.openedAt()),
                        iso(item.dueAt()),
                        String.valueOf(item.isOverdueAt(at)),
                        item.buyerId(),
                        item.detail()))
                .toList();
        return new Table(
                        List.of(
                                "shop_id",
                                "kind",
                                "id",
                                "owner",
                                "opened_at",
                                "due_at",
                                "overdue",
                                "buyer_id",
                                "detail"),
                        rows)
                .csv();
    }

    /** An array with one object for each item. */
    public String json() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (OpenItem item : items) {
            json.addObject()
                    .put("shop_id", shop)
                    .put("kind", item.kind())
                    .put("id", item.id())
                    .put("owner", item.owner())
                    .put("opened_at", iso(item.openedAt()))
                    .put("due_at", iso(item.dueAt()))
                    .put("overdue", item.isOverdueAt(at))
                    .put("buyer_id", item.buyerId())
                    .put("detail", item.detail());
        }
        return json.toPrettyString() + "\n";
    }

    private String summary(List<OpenItem> some) {
        if (some.isEmpty()) {
            return "nothing open";
        }
        Map<String, Long> kinds =
                some.stream().collect(Collectors.groupingBy(OpenItem::kind, TreeMap::new, Collectors.counting()));
        long overdue = some.stream().filter(item -> item.isOverdueAt(at)).count();
        return some.size() + " open ("
                + kinds.entrySet().stream()
                        .map(kind -> kind.getKey().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + kind.getValue())
                        .collect(Collectors.joining(", "))
                + ")" + (overdue == 0 ? "" : ", " + overdue + " overdue");
    }

    private String table(List<OpenItem> owned) {
        List<List<String>> rows = owned.stream()
                .map(item -> Arrays.asList(
                        item.kind(),
                        item.id(),
                        CLOCK.format(item.openedAt().atZone(zone)),
                        item.dueAt() == null ? null : CLOCK.format(item.dueAt().atZone(zone)),
                        item.isOverdueAt(at) ? "overdue" : null,
                        item.buyerId().length() > SHOWN_BUYER
                                ? item.buyerId().substring(0, SHOWN_BUYER) + "…"
                                : item.buyerId(),
                        item.detail()))
                .toList();
        return new Table(List.of("kind", "id", "since", "due", "", "buyer", "detail"), rows).text();
    }

    private String iso(Instant instant) {
        return instant == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
