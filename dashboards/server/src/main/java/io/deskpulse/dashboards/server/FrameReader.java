package io.deskpulse.dashboards.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.server.Frame.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ClickHouse's format {@code JSONCompact}, with instants as seconds since 1970, into columns of Grafana's types. */
final class FrameReader {
    /** What a query must be sent with. */
    static final Map<String, String> SETTINGS =
            Map.of("date_time_output_format", "unix_timestamp", "output_format_json_quote_64bit_integers", "0");

    static final String FORMAT = "JSONCompact";

    private static final Pattern WRAPPED = Pattern.compile("(?:Nullable|LowCardinality)\\((.*)\\)");
    private static final Pattern NUMBER = Pattern.compile("(?:U?Int|Float|BFloat|Decimal).*");

    private FrameReader() {}

    static Frame read(JsonNode result) {
        List<Field> fields = new ArrayList<>();
        JsonNode columns = result.path("meta");
        for (int column = 0; column < columns.size(); column++) {
            String type = bare(columns.path(column).path("type").asText());
            List<Object> values = new ArrayList<>();
            for (JsonNode row : result.path("data")) {
                values.add(value(type, row.path(column)));
            }
            fields.add(new Field(columns.path(column).path("name").asText(), kind(type), values));
        }
        return new Frame(fields);
    }

    private static String bare(String type) {
        Matcher wrapped = WRAPPED.matcher(type);
        return wrapped.matches() ? bare(wrapped.group(1)) : type;
    }

    private static String kind(String type) {
        if (type.startsWith("Date")) {
            return Field.TIME;
        }
        if (type.equals("Bool")) {
            return Field.BOOLEAN;
        }
        return NUMBER.matcher(type).matches() ? Field.NUMBER : Field.STRING;
    }

    private static Object value(String type, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (kind(type)) {
            case Field.TIME -> millis(type, value.asText());
            case Field.BOOLEAN -> value.asBoolean();
            case Field.NUMBER -> value.isNumber() ? value.numberValue() : new BigDecimal(value.asText());
            default -> value.isTextual() ? value.asText() : value.toString();
        };
    }

    private static long millis(String type, String text) {
        return type.startsWith("DateTime")
                ? new BigDecimal(text).movePointRight(3).longValue()
                : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
