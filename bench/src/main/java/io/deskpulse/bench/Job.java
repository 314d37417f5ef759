package io.deskpulse.bench;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.conversion.BuyerEvents;
import io.deskpulse.streaming.conversion.ConversionConfig;
import io.deskpulse.streaming.conversion.ConversionJob;
import io.deskpulse.streaming.conversion.ConversionPipeline;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventSource;
import io.deskpulse.streaming.events.OrderReading;
import io.deskpulse.streaming.events.TicketReading;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.resolution.ContactEntries;
import io.deskpulse.streaming.resolution.ResolutionConfig;
import io.deskpulse.streaming.resolution.ResolutionJob;
import io.deskpulse.streaming.resolution.ResolutionPipeline;
import io.deskpulse.streaming.resolution.TicketEntries;
import io.deskpulse.streaming.responsetime.ConversationEvents;
import io.deskpulse.streaming.responsetime.ResponseTimeConfig;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import io.deskpulse.streaming.responsetime.ResponseTimePipeline;
import io.deskpulse.streaming.timeline.Located;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job under measurement, and the job cut off behind its sources and behind its timelines. */
enum Job {
    RESPONSE_TIME("SELECT uniqExact(conversation_id) FROM conversations", EventStream.CHAT) {
        @Override
        List<KafkaTopic> topics(JobConfigs configs) {
            return List.of(configs.responseTime().chat());
        }

        @Override
        List<DataStream<?>> events(StreamExecutionEnvironment env, JobConfigs configs) {
            return List.of(conversations(env, configs.responseTime()));
        }

        @Override
        List<DataStream<?>> rows(StreamExecutionEnvironment env, JobConfigs configs) {
            ResponseTimeConfig config = configs.responseTime();
            return List.of(new ResponseTimePipeline(config.family(), config.flushInterval())
                    .apply(conversations(env, config))
                    .conversationDays());
        }

        @Override
        void build(StreamExecutionEnvironment env, JobConfigs configs) {
            ResponseTimeJob.build(env, configs.responseTime());
        }
    },
    RESOLUTION("SELECT uniqExact(ticket_id) FROM tickets", EventStream.TICKETS, EventStream.CHAT) {
        @Override
        List<KafkaTopic> topics(JobConfigs configs) {
            return List.of(configs.resolution().tickets(), configs.resolution().chat());
        }

        @Override
        List<DataStream<?>> events(StreamExecutionEnvironment env, JobConfigs configs) {
            return List.of(tickets(env, configs.resolution()), contacts(env, configs.resolution()));
        }

        @Override
        List<DataStream<?>> rows(StreamExecutionEnvironment env, JobConfigs configs) {
            ResolutionConfig config = configs.resolution();
            ResolutionPipeline.Outputs rows = new ResolutionPipeline(
                            config.ticketFamily(), config.contactFamily(), config.flushInterval())
                    .apply(tickets(env, config), contacts(env, config));
            return List.of(rows.tickets(), rows.contacts());
        }

        @Override
        void build(StreamExecutionEnvironment env, JobConfigs configs) {
            ResolutionJob.build(env, configs.resolution());
        }
    },
    CONVERSION("SELECT uniqExact(order_id) FROM orders", EventStream.ORDERS, EventStream.CHAT) {
        @Override
        List<KafkaTopic> topics(JobConfigs configs) {
            return List.of(configs.conversion().chat(), configs.conversion().orders());
        }

        @Override
        List<DataStream<?>> events(StreamExecutionEnvironment env, JobConfigs configs) {
            return List.of(buyerChats(env, configs.conversion()), buyerOrders(env, configs.conversion()));
        }

        @Override
        List<DataStream<?>> rows(StreamExecutionEnvironment env, JobConfigs configs) {
            ConversionConfig config = configs.conversion();
            ConversionPipeline.Outputs rows = new ConversionPipeline(config.family(), config.flushInterval())
                    .apply(buyerChats(env, config), buyerOrders(env, config));
            return List.of(rows.orders(), rows.orderTroubles(), rows.buyerDays());
        }

        @Override
        void build(StreamExecutionEnvironment env, JobConfigs configs) {
            ConversionJob.build(env, configs.conversion());
        }
    };

    /** As on the embedded stack: {@code io.deskpulse.local.Jobs} builds them into one Flink job, too. */
    static final List<Job> ALL = List.of(values());

    private final String countQuery;
    private final List<EventStream> streams;

    /**
     * A job.
     *
     * @param countQuery how many subjects of the first stream its main view shows
     */
    Job(String countQuery, EventStream... streams) {
        this.countQuery = countQuery;
        this.streams = List.of(streams);
    }

    /**
     * Makes sure that the work was done, without which its cost would mean nothing.
     *
     * @throws IllegalStateException when its main view shows not all conversations, tickets or orders
     */
    final void check(BenchStack stack, Input input) {
        long seen = stack.count(countQuery);
        long expected = input.begun(streams.get(0));
        if (seen != expected) {
            throw new IllegalStateException(
                    "%s shows %,d %s, not %,d".formatted(label(), seen, streams.get(0), expected));
        }
    }

    /** What it reads. */
    abstract List<KafkaTopic> topics(JobConfigs configs);

    /** Its sources, with decoding. */
    abstract List<DataStream<?>> events(StreamExecutionEnvironment env, JobConfigs configs);

    /** Its sources and timelines, up to the rows. */
    abstract List<DataStream<?>> rows(StreamExecutionEnvironment env, JobConfigs configs);

    /** All of it, into ClickHouse. */
    abstract void build(StreamExecutionEnvironment env, JobConfigs configs);

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The streams these jobs read, and how many of them read each. */
    static Map<EventStream, Integer> streams(List<Job> jobs) {
        Map<EventStream, Integer> readers = new TreeMap<>();
        jobs.forEach(job -> job.streams.forEach(stream -> readers.merge(stream, 1, Integer::sum)));
        return readers;
    }

    private static DataStream<Located<ConversationEvent>> conversations(
            StreamExecutionEnvironment env, ResponseTimeConfig config) {
        EventReader<ChatReading> reader = EventReader.chat(config.hashKey());
        return EventSource.read(env, config.chat(), config.disorder(), reader, ConversationEvents.INTAKE)
                .events();
    }

    private static DataStream<Located<TicketEntry>> tickets(StreamExecutionEnvironment env, ResolutionConfig config) {
        EventReader<TicketReading> reader = EventReader.tickets(config.hashKey());
        return EventSource.read(env, config.tickets(), config.disorder(), reader, TicketEntries.INTAKE)
                .events();
    }

    private static DataStream<Located<ContactEntry>> contacts(StreamExecutionEnvironment env, ResolutionConfig config) {
        EventReader<ChatReading> reader = EventReader.chat(config.hashKey());
        return EventSource.read(env, config.chat(), config.disorder(), reader, ContactEntries.INTAKE)
                .events();
    }

    private static DataStream<Located<BuyerEvent>> buyerChats(StreamExecutionEnvironment env, ConversionConfig config) {
        EventReader<ChatReading> reader = EventReader.chat(config.hashKey());
        return EventSource.read(env, config.chat(), config.disorder(), reader, BuyerEvents.OF_CHATS)
                .events();
    }

    private static DataStream<Located<BuyerEvent>> buyerOrders(
            StreamExecutionEnvironment env, ConversionConfig config) {
        EventReader<OrderReading> reader = EventReader.orders(config.hashKey());
        return EventSource.read(env, config.orders(), config.disorder(), reader, BuyerEvents.OF_ORDERS)
                .events();
    }
}
