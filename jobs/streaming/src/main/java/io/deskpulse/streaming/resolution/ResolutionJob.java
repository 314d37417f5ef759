package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterCodec;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventSource;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import io.deskpulse.streaming.timeline.Located;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Resolutions, live: tickets from their topic, calls and promises from the chat topic, one row per ticket and one per
 * conversation with a call or promise into ClickHouse, bad tickets set apart.
 *
 * <p>Dead letters become rows in the response-time job alone, whoever refused the message. That job also refuses what is wrong on
 * the chat topic; naming it here too would tell each mistake twice, so of the chat topic only what is too late is refused here.
 */
public final class ResolutionJob {
    /** Name of the job and of its consumer group. */
    public static final String NAME = "resolution";

    /** Key groups, and so the most this job can ever be scaled to; a change would orphan its state. */
    private static final int MAX_PARALLELISM = 720;

    private ResolutionJob() {}

    /** Runs on the cluster that started it; {@link ResolutionConfig} lists the arguments. */
    public static void main(String[] args) throws Exception {
        ResolutionConfig config = ResolutionConfig.from(args, System.getenv());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        build(env, config);
        env.execute(NAME);
    }

    /** Adds the job to {@code env}. */
    public static void build(StreamExecutionEnvironment env, ResolutionConfig config) {
        env.setMaxParallelism(MAX_PARALLELISM);
        EventSource.Streams<TicketEntry> tickets = EventSource.read(
                env, config.tickets(), config.disorder(), EventReader.tickets(config.hashKey()), TicketEntries.INTAKE);
        EventSource.Streams<ContactEntry> contacts = EventSource.read(
                env, config.chat(), config.disorder(), EventReader.chat(config.hashKey()), ContactEntries.INTAKE);
        ResolutionPipeline.Outputs output = new ResolutionPipeline(
                        config.ticketFamily(), config.contactFamily(), config.flushInterval())
                .apply(tickets.events(), contacts.events());
        output.tickets()
                .sinkTo(new ClickHouseSink<>(TicketTable.TABLE, config.clickHouse()))
                .uid("tickets-sink")
                .name("ClickHouse ticket_facts");
        output.contacts()
                .sinkTo(new ClickHouseSink<>(ContactTable.TABLE, config.clickHouse()))
                .uid("contacts-sink")
                .name("ClickHouse contact_facts");
        DataStream<DeadLetter> late = letters(
                        output.lateTickets(), config.tickets().name(), "ticket")
                .union(letters(output.lateContacts(), config.chat().name(), "contact"));
        DeadLetterSink.write(NAME, tickets.rejected(), late, config.tickets(), config.deadLetters());
    }

    private static <E> DataStream<DeadLetter> letters(DataStream<Located<E>> late, String topic, String key) {
        String detail = "field 'event_time': the " + key + " may already have been forgotten";
        return late.map(located -> new DeadLetter(
                        RejectionReason.TOO_LATE, detail, topic, located.partition(), located.offset(), null, null))
                .returns(CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()))
                .uid("late-" + key + "-events")
                .name("Late " + key + " events");
    }
}
