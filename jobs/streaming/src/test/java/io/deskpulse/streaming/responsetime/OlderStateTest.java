package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.timeline.TimelineHarness;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A savepoint of a release that did not keep when buyers turned to the shop. That release wrote the file, from the first {@link
 * Story#before} events of each story; it is never written again.
 */
class OlderStateTest {
    private static final Path SAVEPOINT = Path.of("src", "test", "resources", "state", "conversation-days-0.1");
    private static final Retention RETENTION = Retention.CONVERSATIONS;

    /** What a conversation was told of before the savepoint, and what it is told of after it. */
    private record Story(String conversation, int before, Chat chat) {
        List<ConversationEvent> events() {
            return chat.events().stream().map(this::ofConversation).toList();
        }

        List<ConversationEvent> after() {
            return events().subList(before, events().size());
        }

        private ConversationEvent ofConversation(ConversationEvent event) {
            return new ConversationEvent(
                    event.shopId(),
                    conversation,
                    event.eventId(),
                    event.timeMillis(),
                    event.kind(),
                    event.buyerId(),
                    event.channel(),
                    event.sender(),
                    event.account(),
                    event.toAccount(),
                    event.label(),
                    event.score());
        }
    }

    private enum Backend {
        HASH_MAP(HashMapStateBackend::new),
        ROCKS_DB(EmbeddedRocksDBStateBackend::new);

        private final Supplier<StateBackend> make;

        Backend(Supplier<StateBackend> make) {
            this.make = make;
        }
    }

    private static final Story OPEN = new Story(
            "open",
            6,
            new Chat()
                    .on("2026-11-09")
                    .ask("09:00:00")
                    .ask("09:00:30")
                    .reply("09:01:00", "a")
                    .on("2026-11-10")
                    .ask("20:00:00")
                    .ask("23:59:59.999")
                    .on("2026-11-11")
                    .ask("08:00:00")
                    .ask("12:00:00")
                    .reply("12:01:00", "a")
                    .ask("12:02:00"));

    private static final Story LATE = new Story(
            "restless",
            7,
            new Chat()
                    .robot("10:00:00")
                    .ask("10:00:05")
                    .ask("10:00:09")
                    .assign("10:01:00", "a")
                    .reply("10:02:00", "a")
                    .ask("10:03:00")
                    .close("10:30:00", "AGENT")
                    .ask("10:00:07"));

    private static final Story ANEW = new Story(
            "cut",
            3,
            new Chat()
                    .on("2026-11-05")
                    .ask("12:00:00")
                    .ask("12:05:00")
                    .reply("12:06:00", "a")
                    .on("2026-11-08")
                    .says("12:30:00", Sender.BOT_AUTO, null)
                    .ask("12:31:00")
                    .ask("12:32:00"));

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aConversationIsKnownInFullFromItsNextEventOn(Backend backend) throws Exception {
        try (TimelineHarness<ConversationEvent, FactRow<DayFacts>> shell = restored(backend)) {
            send(shell, OPEN, LATE, ANEW);

            assertThat(shell.rows()).isEqualTo(batch(OPEN, LATE, ANEW));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void whatIsMissingIsRememberedByTheNextSavepoint(Backend backend) throws Exception {
        TimelineHarness<ConversationEvent, FactRow<DayFacts>> shell = restored(Backend.HASH_MAP);
        send(shell, LATE);
        try (TimelineHarness<ConversationEvent, FactRow<DayFacts>> next =
                shell.crash(shell.savepoint(2), backend.make.get())) {
            send(next, OPEN, ANEW);

            assertThat(next.rows()).isEqualTo(batch(OPEN, LATE, ANEW));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void whatWasKnownBeforeIsStillKnown(Backend backend) throws Exception {
        try (TimelineHarness<ConversationEvent, FactRow<DayFacts>> shell = restored(backend)) {
            OPEN.events().subList(0, OPEN.before()).forEach(event -> sendTo(shell, event));

            assertThat(shell.rows()).isEmpty();
            assertThat(shell.timers()).isEqualTo(4);
            shell.watermark(Long.MAX_VALUE);
            assertThat(shell.timers()).isZero();
        }
    }

    private static TimelineHarness<ConversationEvent, FactRow<DayFacts>> restored(Backend backend) throws Exception {
        OperatorSubtaskState savepoint = OperatorSnapshotUtil.readStateHandle(SAVEPOINT.toString());
        return ConversationDaysHarness.start(RETENTION, backend.make.get()).crash(savepoint, backend.make.get());
    }

    private static void send(TimelineHarness<ConversationEvent, FactRow<DayFacts>> shell, Story... stories) {
        Stream.of(stories).flatMap(story -> story.after().stream()).forEach(event -> sendTo(shell, event));
    }

    private static void sendTo(TimelineHarness<ConversationEvent, FactRow<DayFacts>> shell, ConversationEvent event) {
        try {
            shell.send(event);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> batch(Story... stories) {
        return ConversationRows.batch(
                Stream.of(stories).flatMap(story -> story.events().stream()).toList(), RETENTION);
    }
}
