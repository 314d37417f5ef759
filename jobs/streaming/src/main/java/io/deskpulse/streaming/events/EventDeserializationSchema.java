package io.deskpulse.streaming.events;

import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.timeline.Located;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * Turns each Kafka message into one event for each intake that has use for it, or into one dead letter; never throws for bad input,
 * never drops any.
 *
 * <p>An event more than an hour ahead of its arrival at the broker is refused, so that one wrong clock cannot push the
 * watermark. Arrival is the broker's time where the topic keeps it ({@code LogAppendTime}), which makes the decision the
 * same on every retry, and this machine's clock otherwise.
 *
 * @param <R> reading of the stream
 */
final class EventDeserializationSchema<R extends Reading> implements KafkaRecordDeserializationSchema<Decoded> {
    /** How far ahead of its arrival an event may claim to happen (docs/metrics.md, bad input). */
    private static final long MAX_AHEAD_MILLIS = Duration.ofHours(1).toMillis();

    private final EventReader<R> reader;
    private final List<? extends Intake<R, ?>> intakes;
    private transient Counter rejectedEvents;
    private transient Map<RejectionReason, Counter> rejectedByReason;

    EventDeserializationSchema(EventReader<R> reader, List<? extends Intake<R, ?>> intakes) {
        this.reader = reader;
        this.intakes = intakes;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        MetricGroup metrics = context.getMetricGroup();
        rejectedEvents = metrics.counter("rejectedEvents");
        // All of them from the start: a rate over a series that begins with its first event does not see that event.
        rejectedByReason = new EnumMap<>(RejectionReason.class);
        for (RejectionReason reason : RejectionReason.values()) {
            rejectedByReason.put(
                    reason, metrics.addGroup("reason", reason.name()).counter("refusedEvents"));
        }
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Decoded> out) {
        try {
            R reading = read(message);
            for (int i = 0; i < intakes.size(); i++) {
                TimelineEvent event = intakes.get(i).mapping().of(reading);
                if (event != null) {
                    requireArrived(reading, message);
                    out.collect(Decoded.event(i, new Located<>(event, message.partition(), message.offset())));
                }
            }
        } catch (RejectedEventException e) {
            rejectedEvents.inc();
            rejectedByReason.get(e.rejection().reason()).inc();
            out.collect(Decoded.rejected(letter(message, e.rejection())));
        }
    }

    @Override
    public TypeInformation<Decoded> getProducedType() {
        return CodecTypeInfo.of(Decoded.class, new DecodedCodec(intakes));
    }

    private R read(ConsumerRecord<byte[], byte[]> message) throws RejectedEventException {
        if (message.value() == null) {
            throw new RejectedEventException(
                    Rejection.of(RejectionReason.UNDECODABLE, "the message is empty; events are never deleted"));
        }
        return reader.read(message.value());
    }

    private static void requireArrived(Reading reading, ConsumerRecord<byte[], byte[]> message)
            throws RejectedEventException {
        if (reading.timeMillis() > arrivalMillis(message) + MAX_AHEAD_MILLIS) {
            throw new RejectedEventException(new Rejection(
                    RejectionReason.IN_FUTURE, "event_time", "more than an hour after the message arrived"));
        }
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
