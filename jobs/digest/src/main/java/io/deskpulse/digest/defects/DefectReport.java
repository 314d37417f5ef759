package io.deskpulse.digest.defects;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.tables.Table;
import java.util.List;
import java.util.Objects;

/**
 * Items as people and programs read them.
 *
 * @param items in the order in which they are shown
 */
public record DefectReport(List<StoredDefect> items) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the list. */
    public DefectReport {
        items = List.copyOf(items);
    }

    /** For people; a sentence when there is none. */
    public String text() {
        return items.isEmpty() ? "No defects.\n" : table().text();
    }

    /** For spreadsheets. */
    public String csv() {
        return table().csv();
    }

    /** For programs: an array. */
    public String json() {
        ArrayNode array = JSON.createArrayNode();
        for (StoredDefect item : items) {
            ObjectNode node = array.addObject();
            node.put("shop_id", item.shop()).put("id", item.id()).put("sku_id", item.sku());
            node.put("attribute", item.what()).put("state", item.state()).put("owner", item.owner());
            node.put("due_day", item.due()).put("cases", item.cases()).put("buyers", item.buyers());
            node.put("first_seen_at", item.firstSeenAt().toString());
            node.put("last_seen_at", item.lastSeenAt().toString());
            node.put("days_open", item.daysOpen());
            node.put("fixed_at", Objects.toString(item.fixedAt(), null)).put("note", item.note());
            node.put("said_by", item.saidBy()).put("said_at", Objects.toString(item.saidAt(), null));
        }
        return array.toPrettyString() + "\n";
    }

    private Table table() {
        return new Table(
                List.of(
                        "id",
                        "shop",
                        "product",
                        "what",
                        "state",
                        "owner",
                        "due",
                        "cases>",
                        "buyers>",
                        "days open>",
                        "note"),
                items.stream()
                        .map(item -> java.util.Arrays.asList(
                                item.id(),
                                item.shop(),
                                item.sku(),
                                item.what(),
                                item.state(),
                                item.owner(),
                                item.due(),
                                Long.toString(item.cases()),
                                Long.toString(item.buyers()),
                                Objects.toString(item.daysOpen(), null),
                                item.note()))
                        .toList());
    }
}
