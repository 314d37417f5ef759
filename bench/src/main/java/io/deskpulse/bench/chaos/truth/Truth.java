package io.deskpulse.bench.chaos.truth;

import io.deskpulse.metrics.complaints.OrderComplaints;
import io.deskpulse.metrics.conversion.BuyerDayFacts;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.metrics.conversion.TroubleFacts;
import io.deskpulse.metrics.presence.AgentDerivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.streaming.agents.AgentEvents;
import io.deskpulse.streaming.agents.AgentFamily;
import io.deskpulse.streaming.agents.AgentIntervalTable;
import io.deskpulse.streaming.complaints.ClaimReader;
import io.deskpulse.streaming.complaints.ComplaintFamily;
import io.deskpulse.streaming.complaints.ComplaintIntakes;
import io.deskpulse.streaming.complaints.ComplaintTable;
import io.deskpulse.streaming.complaints.ProductTable;
import io.deskpulse.streaming.conversion.BuyerDayTable;
import io.deskpulse.streaming.conversion.BuyerEvents;
import io.deskpulse.streaming.conversion.BuyerFamily;
import io.deskpulse.streaming.conversion.OrderTable;
import io.deskpulse.streaming.conversion.OrderTroubleTable;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.RowBinary;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.resolution.CallPromiseEvents;
import io.deskpulse.streaming.resolution.CallPromiseFamily;
import io.deskpulse.streaming.resolution.CallPromiseTable;
import io.deskpulse.streaming.resolution.TicketFamily;
import io.deskpulse.streaming.resolution.TicketTable;
import io.deskpulse.streaming.resolution.TicketTimelineEvents;
import io.deskpulse.streaming.responsetime.ConversationDayTable;
import io.deskpulse.streaming.responsetime.ConversationEvents;
import io.deskpulse.streaming.responsetime.ConversationFamily;
import io.deskpulse.streaming.settings.ResolutionSettings;
import io.deskpulse.streaming.sinks.ClickHouseAddress;
import io.deskpulse.streaming.sinks.RowInserter;
import io.deskpulse.streaming.topics.TopicReader;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of all facts, in tables beside those that the jobs fill, for jobs with the settings that they have when nobody sets any, but
 * for {@code --retention.at-rest forever}.
 */
public final class Truth {
    private static final String ZONE = ShopZones.DEFAULT_ZONE;
    private static final String PREFIX = "true_";

    /** Of the conversion job when nobody sets it. */
    private static final int WINDOW_DAYS = 2;

    private final ClickHouseAccess admin;
    private final List<FamilyTruth<?, ?>> families;
    private final Map<FactTable<?>, Long> eventsByTable = new LinkedHashMap<>();
    private final Set<String> tables;

    /**
     * Nothing has happened yet.
     *
     * @param admin may create tables
     * @param hashKey under which buyers are hashed
     * @param tables that are compared, of those that facts fill
     */
    public Truth(ClickHouseAccess admin, String hashKey, Set<String> tables) {
        this.admin = admin;
        this.tables = Set.copyOf(tables);
        this.families = families(hashKey);
    }

    /** Takes in messages, each once, of shops that were in none before, and writes their rows. */
    public void add(Map<EventStream, List<byte[]>> messages) throws RejectedEventException {
        for (FamilyTruth<?, ?> family : families) {
            for (Map.Entry<EventStream, List<byte[]>> ofStream : messages.entrySet()) {
                for (byte[] message : ofStream.getValue()) {
                    family.add(ofStream.getKey(), message);
                }
            }
            if (family.counted() != null && isCompared(family.counted())) {
                eventsByTable.merge(family.counted(), family.events(), Long::sum);
            }
            family.tell(this::write);
        }
    }

    /**
     * How the tables differ from the truth.
     *
     * @param mark a part of the ids of the shops looked at; empty for all
     * @return a line a table that differs: its name, rows that it has and should not, rows that it has not and should, difference of their
     *     numbers
     */
    public String differences(String mark) {
        StringBuilder differing = new StringBuilder();
        tables.stream().sorted().forEach(table -> {
            String where = mark.isEmpty() ? "" : " WHERE position(shop_id, " + ClickHouseHttp.literal(mark) + ") > 0";
            String is = "(SELECT * EXCEPT version FROM deskpulse." + table + " FINAL" + where + ")";
            String should = "(SELECT * EXCEPT version FROM deskpulse." + PREFIX + table + where + ")";
            String difference = query("SELECT (SELECT count() FROM (" + is + " EXCEPT " + should
                    + ")), (SELECT count() FROM (" + should + " EXCEPT " + is + ")), (SELECT count() FROM " + is
                    + ") - (SELECT count() FROM " + should + ")");
            if (!difference.equals("0\t0\t0")) {
                differing.append(table).append('\t').append(difference).append('\n');
            }
        });
        return differing.toString();
    }

    /** How many events of a table's keys are known, by the table and in truth, where versions tell. */
    public Map<String, Counted> counts() {
        Map<String, Counted> counts = new LinkedHashMap<>();
        eventsByTable.forEach((table, events) -> counts.put(
                table.name(),
                new Counted(
                        Long.parseLong(query("SELECT sum(known) FROM (SELECT max(version) AS known FROM deskpulse."
                                + table.name() + " GROUP BY shop_id, "
                                + table.columns().get(1).name() + ")")),
                        events)));
        return counts;
    }

    /**
     * Distinct events of all keys of a table.
     *
     * @param applied that its rows tell of
     * @param events that there are
     */
    public record Counted(long applied, long events) {}

    private boolean isCompared(FactTable<?> table) {
        return tables.contains(table.name());
    }

    private <R> void write(FactTable<R> table, List<R> rows) {
        if (!isCompared(table)) {
            return;
        }
        query("CREATE TABLE IF NOT EXISTS deskpulse." + PREFIX + table.name() + " AS deskpulse." + table.name()
                + " ENGINE = MergeTree ORDER BY shop_id");
        if (rows.isEmpty()) {
            return;
        }
        ClickHouseAddress server = ClickHouseAddress.parse(admin.jdbcUrl(), admin.user(), admin.password(), null);
        FactTable<R> beside = new FactTable<>(PREFIX + table.name(), table.columns());
        RowBinary binary = new RowBinary();
        rows.forEach(row -> beside.write(row, binary));
        try (RowInserter inserter = new RowInserter(server, beside)) {
            inserter.insert(binary);
        }
    }

    private String query(String sql) {
        try {
            return new ClickHouseHttp(admin).query(sql).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FamilyTruth<?, ?>> families(String hashKey) {
        ComplaintIntakes complaints = ComplaintIntakes.of(new ClaimReader(ReasonTaxonomy.bundled(), Set.of()));
        return List.of(
                new FamilyTruth<>(new ConversationFamily(Retention.FOREVER, ZONE, Map.of()))
                        .takes(
                                EventStream.CHAT,
                                EventReader.chat(hashKey),
                                ConversationEvents.intake(new TopicReader(TopicTaxonomy.bundled(), true)))
                        .fills(ConversationDayTable.TABLE),
                new FamilyTruth<>(new TicketFamily(
                                Retention.FOREVER,
                                ZONE,
                                Map.of(),
                                ResolutionSettings.bundled().policies()))
                        .takes(EventStream.TICKETS, EventReader.tickets(hashKey), TicketTimelineEvents.INTAKE)
                        .fills(TicketTable.TABLE),
                new FamilyTruth<>(new CallPromiseFamily(Retention.FOREVER, ZONE, Map.of()))
                        .takes(EventStream.CHAT, EventReader.chat(hashKey), CallPromiseEvents.INTAKE)
                        .fills(CallPromiseTable.TABLE),
                new FamilyTruth<>(new BuyerFamily(Retention.FOREVER, WINDOW_DAYS, ZONE, Map.of()))
                        .takes(EventStream.CHAT, EventReader.chat(hashKey), BuyerEvents.OF_CHATS)
                        .takes(EventStream.ORDERS, EventReader.orders(hashKey), BuyerEvents.OF_ORDERS)
                        .fills(OrderTable.TABLE, OrderFacts.class::isInstance)
                        .fills(OrderTroubleTable.TABLE, TroubleFacts.class::isInstance)
                        .fills(BuyerDayTable.TABLE, BuyerDayFacts.class::isInstance),
                new FamilyTruth<>(new ComplaintFamily(Retention.FOREVER, ZONE, Map.of()))
                        .takes(EventStream.ORDERS, EventReader.orders(hashKey), complaints.orders())
                        .takes(EventStream.TICKETS, EventReader.tickets(hashKey), complaints.tickets())
                        .fills(ComplaintTable.TABLE, row -> !row.isOfProducts())
                        .fills(ProductTable.TABLE, OrderComplaints.Row::isOfProducts),
                new FamilyTruth<>(new AgentFamily(
                                Retention.FOREVER, AgentDerivation.BELIEVED_ONLINE.toMillis(), ZONE, Map.of()))
                        .takes(EventStream.AGENTS, EventReader.agents(), AgentEvents.INTAKE)
                        // Going off line twice changes no row: what an account's versions reach is not how many events
                        // it has.
                        .fills(AgentIntervalTable.TABLE, interval -> true));
    }
}
