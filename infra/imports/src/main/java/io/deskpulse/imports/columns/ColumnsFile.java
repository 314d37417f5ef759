package io.deskpulse.imports.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Money;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.RecordKind;
import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads a file of columns into a mapping. */
public final class ColumnsFile {
    private static final List<String> FORMS = List.of("epoch_s", "epoch_ms", "iso");

    private final Environment environment;
    private final Map<String, TableRule> tables = new LinkedHashMap<>();
    private CellRules rules;

    private ColumnsFile(Environment environment) {
        this.environment = environment;
    }

    /**
     * The mapping of a file of columns.
     *
     * @throws UserError when it is wrong, telling every mistake by line
     */
    public static Mapping read(String file, String text, Environment environment, Map<String, String> settings) {
        ColumnsFile columns = new ColumnsFile(environment);
        YamlFile<Boolean> read = YamlFile.read(text, root -> {
            columns.section(
                    root.section("a file of columns").knowing("zone", "time", "decimal", "currency", "files"),
                    settings);
            return true;
        });
        if (read.value() == null) {
            throw new UserError(YamlProblem.told("The columns are not right:", file, read.problems()));
        }
        return columns.built();
    }

    private void section(YamlSection section, Map<String, String> settings) {
        ZoneId zone = section.has("zone") ? section.optional("zone").zone() : null;
        DateTimeFormatter pattern = section.has("time")
                ? section.optional("time")
                        .read(
                                "a pattern such as dd.MM.yyyy HH:mm:ss, epoch_s, epoch_ms or iso",
                                time -> FORMS.contains(time) ? DateTimeFormatter.ISO_DATE : pattern(time))
                : null;
        boolean comma =
                section.has("decimal") && ",".equals(section.optional("decimal").oneOf(List.of(",", ".")));
        String currency = section.has("currency")
                ? section.optional("currency")
                        .read("a currency such as EUR", code -> Money.isCurrency(code) ? code : null)
                : settings.getOrDefault("currency", "");
        rules = new CellRules(
                environment, zone, pattern == DateTimeFormatter.ISO_DATE ? null : pattern, comma, currency);
        environment.source("csv", zone);
        section.required("files").elements().forEach(table -> {
            TableRule rule = new TableReader().table(table.section("a kind of file"), "table" + tables.size());
            tables.put(rule.name(), rule);
        });
    }

    private static DateTimeFormatter pattern(String time) {
        return DateTimeFormatter.ofPattern(time.replace("yyyy", "uuuu")).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Of a file without mistakes. */
    private Mapping built() {
        Set<String> known = new LinkedHashSet<>();
        List<RecordKind> kinds = new ArrayList<>();
        for (TableRule table : tables.values()) {
            known.addAll(table.header());
            table.events().forEach(event -> {
                event.fields().values().forEach(rule -> known.addAll(rule.columns()));
                if (event.lines() != null) {
                    event.lines().values().forEach(rule -> known.addAll(rule.columns()));
                }
                if (event.when() != null) {
                    known.add(event.when());
                }
            });
            if (table.idColumn() != null) {
                known.add(table.idColumn());
            }
            kinds.add(kind(table));
        }
        Map<String, Mapping.Setting> none = Map.of();
        return new Mapping(
                new Mapping.About("csv", "the described tables", "1", true, Map.of(), none),
                environment,
                kinds,
                Set.of(),
                of(input -> JsonNodeFactory.instance.objectNode()),
                null,
                List.of(new RowTemplate(tables, rules)),
                known,
                Set.of());
    }

    private RecordKind kind(TableRule table) {
        FieldRule subject = table.events()
                .get(0)
                .fields()
                .get(
                        switch (table.events().get(0).stream()) {
                            case "chat" -> "conversation_id";
                            case "tickets" -> "ticket_id";
                            case "agents" -> "agent_id";
                            default -> "order_id";
                        });
        Expression when = of(row -> BooleanNode.valueOf(table.header().stream().allMatch(row::has)));
        Expression of = of(row -> {
            JsonNode value = subject == null ? TextNode.valueOf("") : subject.of(row, rules);
            return value.isTextual() ? value : TextNode.valueOf(String.valueOf(CellRules.cell(row, subject.column())));
        });
        return new RecordKind(
                table.name(),
                false,
                "a table with the columns " + String.join(", ", table.header()),
                when,
                of,
                table.idColumn() == null || table.groupBy() != null ? null : of(row -> named(row, table.idColumn())),
                null,
                true,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** The id of a row; one that a program has rounded is that of several. */
    private static JsonNode named(JsonNode row, String column) {
        String cell = CellRules.cell(row, column);
        return cell == null ? NullNode.instance : CellRules.id(cell);
    }

    private static Expression of(Function<JsonNode, JsonNode> function) {
        return new Expression() {
            @Override
            public JsonNode apply(JsonNode input) {
                return function.apply(input);
            }

            @Override
            public JsonNode apply(Map<String, JsonNode> variables, JsonNode input) {
                return function.apply(input);
            }
        };
    }
}
