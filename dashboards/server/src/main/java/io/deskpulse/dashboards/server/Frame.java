package io.deskpulse.dashboards.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A result by columns, as Grafana's components take it.
 *
 * @param fields all of the same length
 */
record Frame(List<Field> fields) {
    Frame {
        fields = List.copyOf(fields);
    }

    /** Rows in each column. */
    int length() {
        return fields.isEmpty() ? 0 : fields.get(0).values().size();
    }

    /**
     * A column.
     *
     * @param type time, number, string or boolean
     * @param labels what tells apart columns of the same name; empty when there is only one
     * @param values instants as epoch milliseconds; null where there is none
     */
    record Field(
            String name,
            String type,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> labels,
            List<Object> values) {
        static final String TIME = "time";
        static final String NUMBER = "number";
        static final String STRING = "string";
        static final String BOOLEAN = "boolean";

        Field(String name, String type, List<Object> values) {
            this(name, type, Map.of(), values);
        }
    }
}
