package io.deskpulse.metrics.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.Round.EndReason;
import io.deskpulse.metrics.responsetime.Round.Handler;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseTimeDerivationTest {

    @Test
    void handingOffEndsTheRobotsRoundAndQueuesAHumanOne() {
        Chat chat = new Chat()
                .robot("10:00:00")
                .ask("10:00:05")
                .handOff("10:00:30")
                .assign("10:01:00", "a")
                .reply("10:01:30", "a");

        assertThat(chat.rounds()).hasSize(2);
        assertThat(chat.rounds().get(0).endReason()).isEqualTo(EndReason.HANDED_OFF);
        assertThat(chat.rounds().get(0).handler()).isEqualTo(Handler.BOT);
        assertThat(chat.rounds().get(1)).satisfies(round -> {
            assertThat(round.account()).isEqualTo("a");
            assertThat(round.buyerMessages()).isZero();
            assertThat(round.answeredAtMillis() - round.openedAtMillis()).isEqualTo(60_000);
        });
        assertThat(chat.waits()).hasSize(1);
        assertThat(chat.days().get(0).handedOff()).isTrue();
    }

    @Test
    void assigningOverAnOpenRobotRoundOpensAHumanOneAtThatInstant() {
        Chat chat = new Chat().robot("10:00:00").ask("10:00:05").assign("10:01:00", "a");

        assertThat(chat.rounds()).extracting(Round::handler).containsExactly(Handler.BOT, Handler.HUMAN);
        assertThat(chat.rounds().get(1).openedAtMillis()).isEqualTo(Chat.millis("2026-11-11", "10:01:00"));
        assertThat(chat.waits().get(0).openedAtMillis()).isEqualTo(Chat.millis("2026-11-11", "10:01:00"));
    }

    @Test
    void aHandOffWhileAQuestionIsOpenChangesNothing() {
        Chat chat = new Chat().ask("10:00:00").handOff("10:00:10").handOff("10:00:20");

        assertThat(chat.rounds()).hasSize(1);
        assertThat(chat.waits()).hasSize(1);
    }

    @Test
    void aPersonAnsweringTheRobotsQuestionIsCreditedWithNothing() {
        Chat chat = new Chat()
                .robot("10:00:00")
                .ask("10:00:05")
                .reply("10:00:20", "a")
                .ask("10:00:40");

        assertThat(chat.rounds()).extracting(Round::handler).containsExactly(Handler.BOT, Handler.HUMAN);
        assertThat(chat.rounds().get(0).endReason()).isEqualTo(EndReason.HANDED_OFF);
        assertThat(chat.rounds().get(1).account()).isEqualTo("a");
    }

    @Test
    void aColleagueWhoStepsInIsCredited() {
        Chat chat = new Chat().assign("10:00:00", "a").ask("10:00:05").reply("10:00:20", "b");

        assertThat(chat.within3m("a")).isEqualTo("0/0");
        assertThat(chat.within3m("b")).isEqualTo("1/1");
    }

    @Test
    void noticesAndInternalNotesChangeNothingButTheLastEventTime() {
        Chat chat = new Chat()
                .ask("10:00:00")
                .says("10:00:10", Sender.SYSTEM, null)
                .says("10:00:20", Sender.INTERNAL_NOTE, "a");

        assertThat(chat.rounds()).singleElement().matches(Round::isOpen);
        assertThat(chat.days().get(0).lastEventAtMillis()).isEqualTo(Chat.millis("2026-11-11", "10:00:20"));
        assertThat(chat.days().get(0).humanMessages()).isZero();
    }

    @Test
    void closingEndsTheWaitUnanswered() {
        Chat chat = new Chat().ask("10:00:00").close("10:05:00", "BUYER").reply("10:06:00", "a");

        assertThat(chat.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.isOpen()).isFalse();
            assertThat(wait.answeredAtMillis()).isEqualTo(DayFacts.NONE);
            assertThat(wait.closedAtMillis()).isEqualTo(Chat.millis("2026-11-11", "10:05:00"));
        });
        assertThat(chat.days().get(0).firstResponseMillis()).isEqualTo(DayFacts.NONE);
        assertThat(chat.days().get(0).closedBy()).isEqualTo("BUYER");
    }

    @Test
    void onlyConversationsThatLeftTheRobotAskedForAHuman() {
        Chat robotOnly = new Chat().robot("10:00:00").ask("10:00:05").says("10:00:06", Sender.BOT_AUTO, null);

        assertThat(robotOnly.days().get(0).askedForHuman()).isFalse();
        assertThat(robotOnly.handOff("10:01:00").days().get(0).askedForHuman()).isTrue();
    }

    @Test
    void theLastRatingOfTheDayWins() {
        Chat chat = new Chat()
                .ask("10:00:00")
                .event("10:01:00", Kind.RATING_INVITED, null)
                .rate("10:02:00", 4, "INVITED")
                .rate("10:03:00", 0, "VOLUNTARY");

        assertThat(chat.days().get(0).rating()).isZero();
        assertThat(chat.days().get(0).ratingSource()).isEqualTo("VOLUNTARY");
        assertThat(chat.days().get(0).ratingInvitations()).isEqualTo(1);
    }

    @Test
    void theFirstReplyCountsAcrossATransferThoughNoRoundIsAnswered() {
        Chat chat = new Chat()
                .assign("10:00:00", "a")
                .ask("10:00:10")
                .transfer("10:00:15", "a", "b")
                .says("10:00:35", Sender.BOT_ASSISTED, "b");

        DayFacts day = chat.days().get(0);
        assertThat(day.firstReplyAtMillis() - day.firstQuestionAtMillis()).isEqualTo(25_000);
        assertThat(day.transfers()).isEqualTo(1);
        assertThat(day.openSinceMillis()).isEqualTo(Chat.millis("2026-11-11", "10:00:10"));
    }

    @Test
    void countsMessagesBySenderAndNamesWhoSpoke() {
        Chat chat = new Chat()
                .ask("10:00:00")
                .says("10:00:01", Sender.BOT_AUTO, null)
                .says("10:00:05", Sender.AGENT_QUICK_PHRASE, "b")
                .reply("10:00:09", "a")
                .says("10:00:11", Sender.BOT_ASSISTED, "b");

        DayFacts day = chat.days().get(0);
        assertThat(day.buyerMessages()).isEqualTo(1);
        assertThat(day.humanMessages()).isEqualTo(2);
        assertThat(day.botMessages()).isEqualTo(2);
        assertThat(day.lastReplyAtMillis()).isEqualTo(Chat.millis("2026-11-11", "10:00:11"));
        assertThat(day.speakingAgents()).containsExactly("b", "a");
    }

    @Test
    void aRobotThatNobodyOpenedIsStray() {
        Chat chat = new Chat().ask("10:00:00").says("10:00:01", Sender.BOT_AUTO, null);
        assertThat(chat.days().get(0).strayRobotMessages()).isEqualTo(1);

        chat.event("10:00:02", Kind.OPENED_AT_ROBOT, null)
                .says("10:00:03", Sender.BOT_AUTO, null)
                .event("10:00:04", Kind.BOT_HANDED_OFF, null)
                .says("10:00:05", Sender.BOT_AUTO, null)
                .on("2026-11-12")
                .says("10:00:00", Sender.BOT_AUTO, null);
        assertThat(chat.days()).extracting(DayFacts::strayRobotMessages).containsExactly(1, 0);
    }

    @Test
    void anAnswerDaysLaterStillFinishesTheDayOfTheQuestion() {
        Chat chat = new Chat()
                .ask("10:00:00")
                .on("2026-11-12")
                .event("10:00:00", Kind.OTHER, null)
                .on("2026-11-14")
                .reply("10:00:00", "a");

        assertThat(chat.days()).extracting(DayFacts::firstResponseMillis).contains(4L * 86_400_000 - 86_400_000);
        assertThat(chat.days()).hasSize(3);
        assertThat(chat.rounds()).hasSize(1);
    }

    @Test
    void everyMessageOfTheBuyerIsAContactWhetherOrNotItOpensARound() {
        Chat chat = new Chat()
                .robot("10:00:00")
                .ask("10:00:05")
                .ask("10:00:05")
                .says("10:00:06", Sender.BOT_AUTO, null)
                .ask("10:00:20")
                .reply("10:00:30", "a")
                .ask("10:00:40")
                .ask("10:00:50");

        assertThat(chat.rounds()).hasSize(3);
        assertThat(contacts(chat)).containsExactly("10:00:05", "10:00:05", "10:00:20", "10:00:40", "10:00:50");
    }

    @Test
    void askingForAPersonIsAContactAlsoWhileARoundIsOpen() {
        assertThat(contacts(new Chat().robot("10:00:00").handOff("10:00:05"))).containsExactly("10:00:05");
        assertThat(contacts(new Chat().ask("10:00:00").handOff("10:00:05"))).containsExactly("10:00:00", "10:00:05");
    }

    @Test
    void aRoundThatAnAssignmentOpensIsNoContact() {
        Chat chat = new Chat().robot("10:00:00").ask("10:00:05").assign("10:01:00", "a");

        assertThat(chat.rounds()).hasSize(2);
        assertThat(contacts(chat)).containsExactly("10:00:05");
    }

    @Test
    void aContactBelongsToItsOwnDayNotToThatOfTheRound() {
        Chat chat = new Chat().ask("23:59:00").on("2026-11-12").ask("00:00:00").ask("00:01:00");

        assertThat(chat.days().get(0).buyerContactsAtMillis()).hasSize(1);
        assertThat(chat.days().get(1).buyerContactsAtMillis())
                .containsExactly(Chat.millis("2026-11-12", "00:00:00"), Chat.millis("2026-11-12", "00:01:00"));
        assertThat(chat.days().get(1).rounds()).isEmpty();
    }

    private static List<String> contacts(Chat chat) {
        return chat.days().stream()
                .flatMap(day -> day.buyerContactsAtMillis().stream())
                .map(millis -> DateTimeFormatter.ISO_LOCAL_TIME.format(
                        Instant.ofEpochMilli(millis).atZone(Chat.ZONE)))
                .toList();
    }
}
