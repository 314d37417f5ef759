package io.deskpulse.metrics.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The ten golden cases in their usual order: answered within 180 s / rounds. */
class GoldenCasesTest {

    @Test
    void askingAgainDoesNotRestartTheClock() {
        Chat chat = new Chat().ask("10:10:15").ask("10:15:20").reply("10:18:10", "a");

        assertThat(chat.within3m("a")).isEqualTo("0/1");
        assertThat(chat.rounds().get(0).buyerMessages()).isEqualTo(2);
    }

    @Test
    void aSecondQuestionIsASecondRound() {
        Chat chat = new Chat()
                .ask("10:10:15")
                .ask("10:15:20")
                .reply("10:18:10", "a")
                .ask("10:18:30")
                .reply("10:19:00", "a");

        assertThat(chat.within3m("a")).isEqualTo("1/2");
    }

    @Test
    void tenQuestionsNeverAnsweredAreOneRound() {
        Chat chat = new Chat();
        for (int i = 0; i < 10; i++) {
            chat.ask("10:%02d:%02d".formatted(i * 18 / 60, i * 18 % 60));
        }

        assertThat(chat.within3m(null)).isEqualTo("0/1");
        assertThat(chat.rounds().get(0).buyerMessages()).isEqualTo(10);
    }

    @Test
    void aTransferEndsTheRoundOfTheFirstAccountOnly() {
        Chat chat = new Chat()
                .assign("10:00:00", "a")
                .ask("10:00:10")
                .transfer("10:00:40", "a", "b")
                .reply("10:00:41", "b");

        assertThat(chat.within3m("a")).isEqualTo("0/1");
        assertThat(chat.within3m("b")).isEqualTo("0/0");
        assertThat(chat.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.answeredAtMillis() - wait.openedAtMillis()).isEqualTo(31_000);
            assertThat(wait.answeredBy()).isEqualTo("b");
        });
    }

    @Test
    void theSecondAccountIsJudgedFromItsOwnFirstQuestion() {
        Chat chat = new Chat()
                .assign("10:00:00", "a")
                .ask("10:00:10")
                .transfer("10:00:40", "a", "b")
                .ask("10:01:00")
                .reply("10:01:20", "b");

        assertThat(chat.within3m("a")).isEqualTo("0/1");
        assertThat(chat.within3m("b")).isEqualTo("1/1");
    }

    @Test
    void theRobotAnswersItsOwnQuestionsAndNobodyElses() {
        Chat toRobot = new Chat().robot("10:00:00").ask("10:00:10").says("10:00:11", Sender.BOT_AUTO, null);
        Chat toHuman = new Chat().assign("10:00:00", "a").ask("10:00:10").says("10:00:11", Sender.BOT_AUTO, null);

        assertThat(toRobot.within3m(null)).isEqualTo("0/0");
        assertThat(toRobot.rounds().get(0).replySender()).isEqualTo(Sender.BOT_AUTO);
        assertThat(toHuman.within3m("a")).isEqualTo("0/1");
        assertThat(toHuman.rounds().get(0).autoReplied()).isTrue();
    }

    @Test
    void assistedRobotTextAnswersTheRoundButNotTheWait() {
        Chat chat = new Chat().ask("10:00:00").says("10:00:20", Sender.BOT_ASSISTED, "a");

        assertThat(chat.within3m("a")).isEqualTo("1/1");
        assertThat(chat.waits()).singleElement().matches(Wait::isOpen);
    }

    @Test
    void aRoundIsPlacedByItsOpening() {
        Chat chat = new Chat().ask("22:59:50").reply("23:02:00", "a");

        assertThat(chat.within3m("a")).isEqualTo("1/1");
        assertThat(chat.rounds().get(0).openedSecond()).isEqualTo(22 * 3600 + 59 * 60 + 50);
    }

    @Test
    void aRoundAcrossMidnightBelongsToTheFirstDay() {
        Chat chat = new Chat().ask("23:59:50").on("2026-11-12").reply("00:00:20", "a");

        assertThat(chat.days()).hasSize(2);
        assertThat(chat.days().get(0).rounds())
                .singleElement()
                .satisfies(round -> assertThat(round.answeredAtMillis() - round.openedAtMillis())
                        .isEqualTo(30_000));
        assertThat(chat.days().get(1).rounds()).isEmpty();
    }

    @Test
    void aReopenedConversationRestartsTheClock() {
        Chat chat = new Chat()
                .ask("10:00:00")
                .close("10:30:00", "SYSTEM")
                .on("2026-11-16")
                .ask("09:00:00")
                .reply("09:00:40", "a");

        assertThat(chat.days().get(0).rounds())
                .singleElement()
                .satisfies(round -> assertThat(round.endReason()).isEqualTo(Round.EndReason.CLOSED));
        assertThat(chat.within3m("a")).isEqualTo("1/1");
        assertThat(chat.within3m(null)).isEqualTo("1/2");
    }
}
