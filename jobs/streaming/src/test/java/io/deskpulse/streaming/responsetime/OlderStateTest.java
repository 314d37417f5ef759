package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.ReleasedSavepoint;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import io.deskpulse.streaming.timeline.TimelineHarness;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A savepoint of a release that did not keep when buyers turned to the shop. That release wrote the file, from the first {@link
 * Story#before} events of each story; it is never written again.
 */
class OlderStateTest {
    private static final Retention RETENTION = Retention.CONVERSATIONS;

    /** What a conversation was told of before the savepoint, and what it is told of after it. */
    private record Story(int before, Chat chat) {
        List<ConversationEvent> events() {
            return chat.events();
        }

        List<ConversationEvent> after() {
            return events().subList(before, events().size());
        }
    }

    private static final Story OPEN = new Story(
            6,
            new Chat("open")
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
            7,
            new Chat("restless")
                    .robot("10:00:00")
                    .ask("10:00:05")
                    .ask("10:00:09")
                    .assign("10:01:00", "a")
                    .reply("10:02:00", "a")
                    .ask("10:03:00")
                    .close("10:30:00", "AGENT")
                    .ask("10:00:07"));

    private static final Story ANEW = new Story(
            3,
            new Chat("cut")
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
        try (TimelineHarness<ConversationEvent, DayFacts> shell = restored(backend)) {
            send(shell, OPEN, LATE, ANEW);

            assertThat(shell.rows()).isEqualTo(batch(OPEN, LATE, ANEW));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void whatIsMissingIsRememberedByTheNextSavepoint(Backend backend) throws Exception {
        TimelineHarness<ConversationEvent, DayFacts> shell = restored(Backend.HASH_MAP);
        send(shell, LATE);
        try (TimelineHarness<ConversationEvent, DayFacts> next = shell.crash(shell.savepoint(2), backend.make())) {
            send(next, OPEN, ANEW);

            assertThat(next.rows()).isEqualTo(batch(OPEN, LATE, ANEW));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void whatWasKnownBeforeIsStillKnown(Backend backend) throws Exception {
        try (TimelineHarness<ConversationEvent, DayFacts> shell = restored(backend)) {
            OPEN.events().subList(0, OPEN.before()).forEach(event -> sendTo(shell, event));

            assertThat(shell.rows()).isEmpty();
            assertThat(shell.timers()).isEqualTo(4);
            shell.watermark(Long.MAX_VALUE);
            assertThat(shell.timers()).isZero();
        }
    }

    /** The release in between wrote that file, restored from the other and told no more than what "restless" is told after it. */
    @ParameterizedTest
    @EnumSource(Backend.class)
    void whatIsMissingWasRememberedByTheReleaseInBetween(Backend backend) throws Exception {
        try (TimelineHarness<ConversationEvent, DayFacts> shell = restored("conversation-timeline-2-of-1", backend)) {
            send(shell, OPEN, ANEW);

            assertThat(shell.rows()).isEqualTo(batch(OPEN, ANEW));
        }
    }

    private static TimelineHarness<ConversationEvent, DayFacts> restored(Backend backend) throws Exception {
        return restored("conversation-timeline-1", backend);
    }

    private static TimelineHarness<ConversationEvent, DayFacts> restored(String file, Backend backend)
            throws Exception {
        return new ReleasedSavepoint<>(
                        file,
                        List.of(),
                        shells -> ConversationDaysHarness.start(RETENTION, shells),
                        events -> ConversationRows.batch(events, RETENTION))
                .restored(backend);
    }

    private static void send(TimelineHarness<ConversationEvent, DayFacts> shell, Story... stories) {
        Stream.of(stories).flatMap(story -> story.after().stream()).forEach(event -> sendTo(shell, event));
    }

    private static void sendTo(TimelineHarness<ConversationEvent, DayFacts> shell, ConversationEvent event) {
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
