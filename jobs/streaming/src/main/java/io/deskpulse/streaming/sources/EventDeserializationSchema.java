package io.deskpulse.streaming.sources;

import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.timeline.Located;
import java.time.Duration;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * Turns each Kafka message into an event or a dead letter; never throws for bad input, never drops any;
 * leaves out what its reader has no use for.
 *
 * <p>An event more than an hour ahead of its arrival at the broker is refused, so that one wrong clock cannot push the
 * watermark. Arrival is the broker's time where the topic keeps it ({@code LogAppendTime}), which makes the decision the
 * same on every retry, and this machine's clock otherwise.
 *
 * @param <E> the job's compact event
 */
final class EventDeserializationSchema<E extends TimelineEvent>
        implements KafkaRecordDeserializationSchema<Decoded<E>> {
    /** How far ahead of its arrival an event may claim to happen (docs/metrics.md, bad input). */
    private static final long MAX_AHEAD_MILLIS = Duration.ofHours(1).toMillis();

    private final EventReader<E> reader;
    private final Codec<Located<E>> codec;
    private transient Counter rejectedEvents;

    EventDeserializationSchema(EventReader<E> reader, Codec<Located<E>> codec) {
        this.reader = reader;
        this.codec = codec;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        rejectedEvents = context.getMetricGroup().counter("rejectedEvents");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Decoded<E>> out) {
        Decoded<E> decoded;
        try {
            E event = read(message);
            if (event == null) {
                return;
            }
            decoded = new Decoded<>(new Located<>(event, message.partition(), message.offset()), null);
        } catch (RejectedEventException e) {
            rejectedEvents.inc();
            decoded = new Decoded<>(null, letter(message, e.rejection()));
        }
        out.collect(decoded);
    }

    @Override
    public TypeInformation<Decoded<E>> getProducedType() {
        return CodecTypeInfo.of(Decoded.class, new DecodedCodec<>(codec));
    }

    private E read(ConsumerRecord<byte[], byte[]> message) throws RejectedEventException {
        if (message.value() == null) {
            throw new RejectedEventException(
                    Rejection.of(RejectionReason.UNDECODABLE, "the message is empty; events are never deleted"));
        }
        E event = reader.read(message.value());
        if (event != null && event.timeMillis() > arrivalMillis(message) + MAX_AHEAD_MILLIS) {
            throw new RejectedEventException(new Rejection(
                    RejectionReason.IN_FUTURE, "event_time", "more than an hour after the message arrived"));
        }
        return event;
    }

    private static long arrivalMillis(ConsumerRecord<byte[], byte[]> message) {
        return message.timestampType() == TimestampType.LOG_APPEND_TIME
                ? message.timestamp()
                : System.currentTimeMillis();
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> message, Rejection rejection) {
        return new DeadLetter(
                rejection.reason(),
                TextRedaction.redact(rejection.detail()),
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                message.value());
    }
}
