package io.deskpulse.streaming.deadletters;

import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.timeline.Located;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.function.SerializableFunction;

/** Letters about events whose timelines may be forgotten. */
public final class LateEvents {
    private LateEvents() {}

    /**
     * A letter for each event, still without its message.
     *
     * @param topic name of the topic an event came from
     * @param forgotten what may be forgotten, as a subject of the letter's sentence: {@code the ticket}
     * @param uid of the operator
     */
    public static <E> DataStream<DeadLetter> letters(
            DataStream<Located<E>> late, SerializableFunction<E, String> topic, String forgotten, String uid) {
        String detail = "field 'event_time': " + forgotten + " may already have been forgotten";
        return late.map(located -> new DeadLetter(
                        RejectionReason.TOO_LATE,
                        detail,
                        topic.apply(located.event()),
                        located.partition(),
                        located.offset(),
                        null,
                        null))
                .returns(CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()))
                .uid(uid)
                .name("Late events");
    }
}
