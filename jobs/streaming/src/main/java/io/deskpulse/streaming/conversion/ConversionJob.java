package io.deskpulse.streaming.conversion;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.util.List;
import java.util.Set;

/** Conversion, live: chats and orders from Kafka; orders with attribution, enquiries and order troubles into ClickHouse. */
public final class ConversionJob implements DeskpulseJob {
    static final String NAME = "conversion";

    /** Runs on the cluster that called it. */
    public static void main(String[] args) throws Exception {
        JobRunner.run(new ConversionJob(), args);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventStream.ORDERS.topic(), EventStream.CHAT.topic());
    }

    @Override
    public Set<EventStream> reports() {
        return Set.of(EventStream.ORDERS);
    }

    @Override
    public List<FactTable<?>> tables() {
        return List.of(OrderTable.TABLE, OrderTroubleTable.TABLE, BuyerDayTable.TABLE, SharedOrderTable.TABLE);
    }

    @Override
    public JobGraph graph(Settings settings) {
        return new ConversionGraph(ConversionJobSettings.read(settings));
    }
}
