package io.deskpulse.bench.chaos.planted;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.deskpulse.bench.chaos.planted.Changes.Ahead;
import io.deskpulse.bench.chaos.planted.Changes.DroppedAtCheckpoints;
import io.deskpulse.bench.chaos.planted.Changes.FromTheEnd;
import io.deskpulse.bench.chaos.planted.Changes.LastLeftOut;
import io.deskpulse.bench.chaos.planted.Changes.Reversed;
import io.deskpulse.bench.chaos.planted.Changes.Silent;
import io.deskpulse.bench.chaos.planted.Changes.Skipped;
import io.deskpulse.bench.chaos.planted.Changes.SomePassedOver;
import io.deskpulse.bench.chaos.planted.Changes.SomeRowsLost;
import io.deskpulse.bench.chaos.planted.Changes.SomeTooLate;
import io.deskpulse.bench.chaos.planted.Changes.WithoutShop;
import io.deskpulse.bench.chaos.planted.Changes.Yes;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.MemberSubstitution;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Bugs of sink, state and offsets as somebody might write them, each in one class of the jar. */
public enum PlantedBug {
    FAILED_INSERTS_TAKEN_AS_DONE("sinks.RowInserter", Silent.class, named("insert")),
    INSERTS_TRIED_ONLY_ONCE("sinks.ClickHouseWriter", Yes.class, named("tryInsert")),
    ROWS_DROPPED_AT_CHECKPOINTS("sinks.ClickHouseWriter", DroppedAtCheckpoints.class, named("flush")),
    ROWS_LOST_IN_BATCHES("facts.RowBinary", SomeRowsLost.class, named("bytes")),
    OLDER_ROWS_WIN("facts.FactFamily", Reversed.class, named("version")),
    CHECKPOINTS_WITHOUT_PENDING_KEYS("timeline.TimelineOperator", Skipped.class, named("prepareSnapshotPreBarrier")),
    AUTOMATA_NOT_WRITTEN(
            "timeline.TimelineOperator",
            MemberSubstitution.relaxed().method(named("update")).stub().on(named("send"))),
    EVENTS_NOT_APPENDED("timeline.EventList", Skipped.class, named("append")),
    EVENTS_NOT_REPLACED("timeline.EventList", Skipped.class, named("replace")),
    DISORDER_NOT_SEEN("timeline.TimelineState", Yes.class, named("endsBefore")),
    DISORDER_DROPPED("timeline.TimelineOperator", Skipped.class, named("place")),
    EVENTS_READ_SHORT("timeline.EventList", LastLeftOut.class, named("read")),
    REFUSED_AS_TOO_LATE(
            "timeline.Forgetting", SomeTooLate.class, named("isTooLate").and(takesArgument(0, long.class))),
    KEYS_SHARED_BY_SHOPS("facts.ShopKey", WithoutShop.class, named("of")),
    BEGUN_AT_THE_END("kafka.KafkaTopic", FromTheEnd.class, named("startingOffsets")),
    MESSAGES_PASSED_OVER("events.EventDeserializationSchema", SomePassedOver.class, named("deserialize")),
    OFFSETS_AHEAD_OF_STATE(
            "org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitState",
            Ahead.class,
            named("setCurrentOffset"));

    private static final String OURS = "io.deskpulse.streaming.";

    private final String className;
    private final AsmVisitorWrapper change;

    PlantedBug(String className, Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
        this(className, Advice.to(advice).on(methods));
    }

    PlantedBug(String className, AsmVisitorWrapper change) {
        this.className = className;
        this.change = change;
    }

    /** Name of the class that has it. */
    String className() {
        return className.startsWith("org.") ? className : OURS + className;
    }

    /** What is done to the class. */
    AsmVisitorWrapper change() {
        return change;
    }
}
