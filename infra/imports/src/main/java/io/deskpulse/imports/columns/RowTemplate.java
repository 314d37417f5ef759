package io.deskpulse.imports.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import io.deskpulse.imports.functions.Marks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Makes the events of a row, as a template does of any other record. */
record RowTemplate(Map<String, TableRule> tables, CellRules rules) implements Expression {
    private static final int HASH = 32;
    private static final int MANY = 2_000;

    @Override
    public JsonNode apply(Map<String, JsonNode> variables, JsonNode input) {
        return apply(input);
    }

    @Override
    public JsonNode apply(JsonNode input) {
        TableRule table = tables.get(input.path("kind").asText());
        if (table == null) {
            return NullNode.instance;
        }
        JsonNode row = input.get("record");
        JsonNode rows = input.path("group").path(table.name());
        if (table.groupBy() != null && !isFirst(row, rows, table)) {
            return JsonNodeFactory.instance.arrayNode().add(Marks.skip("a further row of the same " + table.groupBy()));
        }
        String own = table.idColumn() == null ? null : CellRules.cell(row, table.idColumn());
        JsonNode named = own == null ? NullNode.instance : CellRules.id(own);
        String id = id(row, table);
        ArrayNode proposals = JsonNodeFactory.instance.arrayNode();
        int number = 0;
        for (RowEvent event : table.events()) {
            ObjectNode proposal = event.of(row, lines(row, rows, table), id + "-" + number++, rules);
            if (proposal != null) {
                if (Marks.refusal(named) != null) {
                    proposal.set("event_id", named);
                }
                proposals.add(proposal);
            }
        }
        if (table.idColumn() == null && table.events().get(0).stream().equals("chat") && isTied(row, rows, table)) {
            proposals.add(
                    Marks.lost("rows of one time whose order is not known: name a column that sorts as event_id"));
        }
        return proposals;
    }

    private static List<JsonNode> lines(JsonNode row, JsonNode rows, TableRule table) {
        if (table.groupBy() == null) {
            return List.of(row);
        }
        List<JsonNode> all = new ArrayList<>();
        String key = CellRules.cell(row, table.groupBy());
        rows.forEach(other -> {
            if (key != null && key.equals(CellRules.cell(other, table.groupBy()))) {
                all.add(other);
            }
        });
        return all;
    }

    /** The first row of an order is the one that tells when; of several the smallest, whatever their order. */
    private static boolean isFirst(JsonNode row, JsonNode rows, TableRule table) {
        FieldRule time = table.events().get(0).fields().get("event_time");
        String own = rank(row, time);
        for (JsonNode other : lines(row, rows, table)) {
            if (rank(other, time).compareTo(own) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String rank(JsonNode row, FieldRule time) {
        boolean told = time == null || CellRules.cell(row, time.column()) != null;
        return (told ? "0" : "1") + row;
    }

    private static boolean isTied(JsonNode row, JsonNode rows, TableRule table) {
        FieldRule time = table.events().get(0).fields().get("event_time");
        if (time == null || rows.size() > MANY) {
            return false;
        }
        String own = CellRules.cell(row, time.column());
        int equal = 0;
        for (JsonNode other : rows) {
            if (own != null && own.equals(CellRules.cell(other, time.column()))) {
                equal++;
            }
        }
        return equal > 1;
    }

    private static String id(JsonNode row, TableRule table) {
        String own = table.idColumn() == null ? null : CellRules.cell(row, table.idColumn());
        if (own != null) {
            return "csv-" + own;
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String of = table.groupBy() == null
                    ? cells(row)
                    : table.groupBy() + '\0' + CellRules.cell(row, table.groupBy());
            byte[] hash = sha.digest(of.getBytes(StandardCharsets.UTF_8));
            return "csv-" + HexFormat.of().formatHex(hash).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String cells(JsonNode row) {
        StringBuilder cells = new StringBuilder();
        row.forEach(cell -> cells.append(cell.asText().length()).append(':').append(cell.asText()));
        return cells.toString();
    }
}
