package io.deskpulse.imports.groups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.JsltException;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.UnknownValue;
import io.deskpulse.imports.mapping.RecordKind;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * One version of a record.
 *
 * @param item where it came from
 * @param record what it says
 * @param newest how new it is, as the mapping tells; null when it does not
 */
record Version(Item item, ObjectNode record, JsonNode newest) {
    static Version of(Item item, RecordKind kind) {
        ObjectNode record = item.record();
        JsonNode newest = null;
        if (kind.newest() != null) {
            try {
                newest = kind.newest().apply(record);
            } catch (JsltException | UnknownValue e) {
                newest = null;
            }
        }
        return new Version(item, record, newest);
    }

    /** Above zero when this one is newer; equally new ones are told apart by what they say. */
    int compareTo(Version other) {
        String own = Environment.string(newest);
        String others = Environment.string(other.newest);
        int byTime;
        if (newest != null && newest.isNumber() && other.newest != null && other.newest.isNumber()) {
            byTime = new BigDecimal(own).compareTo(new BigDecimal(others));
        } else {
            byTime = (own == null ? "" : own).compareTo(others == null ? "" : others);
        }
        return byTime != 0 ? byTime : Arrays.compareUnsigned(item.content(), other.item.content());
    }
}
