package io.deskpulse.imports.groups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.deskpulse.imports.events.Accounts;
import io.deskpulse.imports.events.Assembler;
import io.deskpulse.imports.events.EventBuilder;
import io.deskpulse.imports.events.Proto;
import io.deskpulse.imports.events.ShopRules;
import io.deskpulse.imports.events.TextRule;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Marks;
import io.deskpulse.imports.functions.UnknownValue;
import io.deskpulse.imports.input.Json;
import io.deskpulse.imports.input.Place;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Makes events of a group: all records of one conversation, ticket or order. */
final class GroupMapper {
    private static final int MOST_EVENTS = 10_000;

    private final Mapping mapping;
    private final ShopRules shops;
    private final EventBuilder builder;
    private final Assembler assembler;

    GroupMapper(Mapping mapping, ShopRules shops, Accounts accounts, TextRule texts) {
        this.mapping = mapping;
        this.shops = shops;
        this.builder = new EventBuilder(accounts, texts);
        this.assembler = new Assembler(accounts);
    }

    /**
     * The events of a group.
     *
     * @param items sorted by kind and id
     * @param wanted of the id of an event and the place of the record it comes from, whether anybody wants it; what nobody wants counts
     *     as mapped, and is not made
     */
    GroupEvents map(List<Item> items, BiPredicate<String, Place> wanted) {
        List<Chosen> chosen = Chosen.of(items, mapping);
        Run run = new Run(items.get(0).subject(), chosen);
        run.propose();
        return run.finish(wanted);
    }

    /** The same, when a mapping that recurses for ever, or a subject that is too large, refuses the group. */
    GroupEvents ended(List<Item> items, BiPredicate<String, Place> wanted) {
        try {
            return map(items, wanted);
        } catch (StackOverflowError e) {
            return refused(items, "a mapping that comes to an end");
        } catch (OutOfMemoryError e) {
            return refused(items, "a subject that the memory holds; a larger heap may");
        }
    }

    /** All of a group refused, since the mapping did not come to an end in time. */
    GroupEvents givenUp(List<Item> items, long seconds) {
        return refused(items, "a mapping that takes at most " + seconds + " s for a group");
    }

    /** All of a group refused, for a reason that is none of its records'. */
    GroupEvents refused(List<Item> items, String expected) {
        Outcomes outcomes = new Outcomes(Chosen.each(items));
        outcomes.refuseAll(expected);
        return outcomes.finish(Set.of(), Set.of());
    }

    /** The mapping of one group. */
    private final class Run {
        private final String subject;
        private final List<Chosen> records;
        private final ObjectNode group = Json.MAPPER.createObjectNode();
        private final Set<String> buyers = new LinkedHashSet<>();
        private final Set<String> currencies = new TreeSet<>();
        private final Outcomes outcomes;
        private final List<Proto> proposals = new ArrayList<>();
        private JsonNode header;
        private JsonNode keys;
        private String shop;

        Run(String subject, List<Chosen> records) {
            this.subject = subject;
            this.records = records;
            this.outcomes = new Outcomes(records);
        }

        void propose() {
            for (Chosen chosen : records) {
                RecordKind kind = mapping.kinds().get(chosen.kind());
                group.withArrayProperty(kind.name()).add(chosen.winner().record());
                add(kind.buyer(), chosen, buyers);
                add(kind.currency(), chosen, currencies);
            }
            try {
                header();
            } catch (JsltException | UnknownValue e) {
                outcomes.refuseAll("a group of records of the usual form");
                return;
            }
            for (int i = 0; i < records.size(); i++) {
                proposals(i);
            }
        }

        private void add(Expression said, Chosen chosen, Set<String> all) {
            String text = said == null ? null : text(said, chosen.winner().record());
            if (text != null) {
                all.add(text);
            }
        }

        private void header() {
            ObjectNode input = input();
            header = mapping.header().apply(input);
            keys = mapping.shopKeys() == null
                    ? input.objectNode()
                    : mapping.shopKeys().apply(input);
            shop = shops.shop(keys);
        }

        private ObjectNode input() {
            ObjectNode input = Json.MAPPER.createObjectNode();
            input.put("subject", subject);
            input.set("group", group);
            ArrayNode names = input.putArray("buyers");
            buyers.forEach(names::add);
            return input;
        }

        private void proposals(int record) {
            Chosen chosen = records.get(record);
            RecordKind kind = mapping.kinds().get(chosen.kind());
            try {
                List<JsonNode> said = said(kind, chosen.winner().record(), previous(record));
                said.forEach(proposal -> proposal(record, proposal));
                if (chosen.isContradicted() && kind.keepFirst()) {
                    compare(record, said);
                }
            } catch (UnknownValue e) {
                outcomes.unknown(record, e.getMessage());
            } catch (JsltException | ClassCastException | IllegalArgumentException e) {
                outcomes.refuse(record, null, null, null, "a " + kind.shape() + " of the usual form");
            }
        }

        /** The record before this one, of the same kind. */
        private ObjectNode previous(int record) {
            boolean same = record > 0
                    && records.get(record - 1).kind() == records.get(record).kind();
            return same ? records.get(record - 1).winner().record() : null;
        }

        private List<JsonNode> said(RecordKind kind, ObjectNode record, ObjectNode previous) {
            ObjectNode input = input();
            input.put("kind", kind.name());
            input.set("record", record);
            input.set("header", header);
            if (previous != null) {
                input.set("previous", previous);
            }
            for (Expression template : mapping.templates()) {
                JsonNode said = template.apply(input);
                if (!said.isNull()) {
                    List<JsonNode> flat = new ArrayList<>();
                    flatten(said, flat);
                    return flat;
                }
            }
            return List.of();
        }

        private void proposal(int record, JsonNode proposal) {
            String skipped = Marks.skipped(proposal);
            String lost = Marks.loss(proposal);
            if (skipped != null) {
                outcomes.skip(record, skipped);
            } else if (lost != null) {
                outcomes.lose(lost, Marks.count(proposal));
            } else if (proposal instanceof ObjectNode fields && fields.has("type")) {
                proposals.add(new Proto(record, fields));
            }
        }

        /** Two versions of what never changes: told when the events would differ. */
        private void compare(int record, List<JsonNode> said) {
            RecordKind kind = mapping.kinds().get(records.get(record).kind());
            for (Version loser : records.get(record).losers()) {
                try {
                    if (!said(kind, loser.record(), previous(record)).equals(said)) {
                        outcomes.twoContents();
                        return;
                    }
                } catch (JsltException | UnknownValue e) {
                    outcomes.twoContents();
                }
            }
        }

        GroupEvents finish(BiPredicate<String, Place> wanted) {
            if (proposals.size() > MOST_EVENTS) {
                outcomes.refuseAll("at most " + MOST_EVENTS + " events of one subject");
                return outcomes.finish(buyers, currencies);
            }
            for (Proto proto : assembler.resolved(proposals)) {
                Place place = records.get(proto.record()).winner().item().place();
                if (!wanted.test(proto.id(), place)) {
                    outcomes.unwanted(proto);
                } else if (shop == null) {
                    outcomes.refuse(
                            proto.record(),
                            proto.type(),
                            "shop_id",
                            null,
                            "a rule of --shop that fits, such as " + ShopRules.of(keys) + "=SHOP");
                } else {
                    outcomes.add(
                            proto,
                            builder.build(
                                    proto, header.path("fields").isObject() ? header.get("fields") : header, shop));
                }
            }
            return outcomes.finish(buyers, currencies);
        }
    }

    private static void flatten(JsonNode said, List<JsonNode> flat) {
        if (said.isArray()) {
            said.forEach(element -> flatten(element, flat));
        } else if (said.isObject()) {
            flat.add(said);
        }
    }

    private static String text(Expression expression, ObjectNode record) {
        try {
            return Environment.string(expression.apply(record));
        } catch (JsltException | UnknownValue e) {
            return null;
        }
    }
}
