package io.deskpulse.imports.mapping;

import com.schibsted.spt.data.jslt.Expression;
import java.util.List;
import java.util.Map;

/**
 * One kind of record of a source.
 *
 * @param name of the kind, as the template and its group know it
 * @param part whether it only comes inside of another record
 * @param shape what such a record is called where people look for it
 * @param when true of records of this kind; null for parts
 * @param subject what it belongs to: a conversation, a ticket, an order
 * @param id what it shares with other versions of itself; null when only an equal record is the same
 * @param newest tells the newer of two versions, as a number or a text; null when they are equally good
 * @param keepFirst whether the first version counts and not the newest, since it says what was sent
 * @param children kinds of the parts by the path of their list
 * @param with what parts are told of this record, as {@code _parent}
 * @param among what parts must share to be counted within their list, as {@code _place}; of the part itself
 * @param contacts what it says about people; null when nothing
 * @param buyer whose it is; null when it does not say
 * @param currency of its amounts; null when it does not say
 * @param rows what events come of it, for the documentation
 */
public record RecordKind(
        String name,
        boolean part,
        String shape,
        Expression when,
        Expression subject,
        Expression id,
        Expression newest,
        boolean keepFirst,
        Map<String, String> children,
        Expression with,
        Expression among,
        Expression contacts,
        Expression buyer,
        Expression currency,
        List<Row> rows) {

    /**
     * A row of the documentation.
     *
     * @param from the fields that decide
     * @param event what comes of them
     * @param id how the event is named
     */
    public record Row(String from, String event, String id) {}
}
