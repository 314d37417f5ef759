package io.deskpulse.metrics.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is responsible while a buyer waits, told as {@code account at opening, time account, …}. */
class WaitOwnerTest {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(Chat.ZONE);

    @Test
    void aWaitBelongsToTheAccountResponsibleWhenItOpens() {
        assertThat(owners(new Chat().assign("10:00:00", "a").ask("10:00:05"))).containsExactly("a");
        assertThat(owners(new Chat().ask("10:00:05"))).containsExactly("nobody");
    }

    @Test
    void anAssignmentTakesAQueuedWait() {
        assertThat(owners(new Chat().ask("10:00:00").assign("10:01:00", "a"))).containsExactly("nobody, 10:01:00 a");
    }

    @Test
    void aTransferPassesTheWaitOn() {
        Chat chat = new Chat()
                .assign("10:00:00", "a")
                .ask("10:00:05")
                .transfer("10:02:00", "a", "b")
                .transfer("10:03:00", "b", "c");

        assertThat(owners(chat)).containsExactly("a, 10:02:00 b, 10:03:00 c");
    }

    @Test
    void supervisedRobotTextMakesItsAccountResponsibleWhileTheBuyerStillWaits() {
        Chat chat = new Chat().ask("10:00:00").says("10:00:20", Sender.BOT_ASSISTED, "a");

        assertThat(owners(chat)).containsExactly("nobody, 10:00:20 a");
    }

    @Test
    void theAnswerIsNoHandover() {
        Chat chat = new Chat().assign("10:00:00", "a").ask("10:00:05").reply("10:01:00", "b");

        assertThat(owners(chat)).containsExactly("a");
        assertThat(chat.waits().get(0).answeredBy()).isEqualTo("b");
    }

    @Test
    void enteringTheQueueAgainGivesTheWaitBack() {
        Chat chat = new Chat().assign("10:00:00", "a").ask("10:00:05").event("10:01:00", Kind.OPENED_IN_QUEUE, null);

        assertThat(owners(chat)).containsExactly("a, 10:01:00 nobody");
    }

    @Test
    void assigningTheSameAccountAgainIsNoHandover() {
        Chat chat = new Chat()
                .assign("10:00:00", "a")
                .ask("10:00:05")
                .assign("10:01:00", "a")
                .event("10:02:00", Kind.OTHER, null);

        assertThat(owners(chat)).containsExactly("a");
    }

    @Test
    void handoversAfterMidnightStayWithTheWaitOfTheDayBefore() {
        Chat chat = new Chat()
                .ask("23:59:00")
                .on("2026-11-12")
                .assign("00:01:00", "a")
                .reply("00:02:00", "a");

        assertThat(chat.days()).hasSize(2);
        assertThat(owners(chat)).containsExactly("nobody, 00:01:00 a");
        assertThat(chat.days().stream().filter(day -> !day.waits().isEmpty()))
                .singleElement()
                .satisfies(day -> assertThat(day.waits().get(0).handovers()).hasSize(1));
    }

    @Test
    void waitsThatFollowEachOtherHaveTheirOwnHandovers() {
        Chat chat = new Chat()
                .ask("10:00:00")
                .assign("10:01:00", "a")
                .reply("10:02:00", "a")
                .ask("10:03:00")
                .transfer("10:04:00", "a", "b");

        assertThat(owners(chat)).containsExactly("nobody, 10:01:00 a", "a, 10:04:00 b");
    }

    private static List<String> owners(Chat chat) {
        return chat.waits().stream().map(WaitOwnerTest::owners).toList();
    }

    private static String owners(Wait wait) {
        StringBuilder text = new StringBuilder(name(wait.account()));
        for (Handover handover : wait.handovers()) {
            text.append(", ").append(clock(handover.atMillis())).append(' ').append(name(handover.account()));
        }
        return text.toString();
    }

    private static String name(String account) {
        return account == null ? "nobody" : account;
    }

    private static String clock(long millis) {
        return CLOCK.format(Instant.ofEpochMilli(millis));
    }
}
