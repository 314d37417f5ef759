package io.deskpulse.metrics.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The topic of a round is the first among its buyer's messages, that of a day the one of most rounds. */
class TopicOfRoundsTest {

    @Test
    void theFirstTopicOfARoundStays() {
        Chat chat = new Chat()
                .ask("10:00:00")
                .ask("10:00:05", "SIZE")
                .ask("10:00:10", "PRICE")
                .reply("10:00:20", "a");

        assertThat(topics(chat)).containsExactly("SIZE");
    }

    @Test
    void theProductIsThatOfTheMessageThatAsks() {
        Chat chat = new Chat().ask("10:00:05", "SIZE", "k1").ask("10:00:10", "PRICE", "k2");

        assertThat(chat.rounds().get(0).topic().skuId()).isEqualTo("k1");
    }

    @Test
    void aTopicAfterTheAnswerIsThatOfTheNextRound() {
        Chat chat = new Chat().ask("10:00:00").reply("10:00:20", "a").ask("10:00:30", "PRICE");

        assertThat(topics(chat)).containsExactly(null, "PRICE");
        assertThat(chat.days().get(0).topic()).isEqualTo(new Topic("PRICE", "1", TopicCause.ENQUIRERS));
    }

    @Test
    void whatAPersonOrRobotSaysIsNoTopic() {
        Chat chat =
                new Chat().robot("10:00:00").ask("10:00:01").handOff("10:00:02").reply("10:00:20", "a");

        assertThat(topics(chat)).containsExactly(null, null);
        assertThat(chat.days().get(0).topic()).isNull();
    }

    @Test
    void ofAConversationTheTopicOfMostRoundsWins() {
        assertThat(topicOf("PRICE", "SIZE", "SIZE")).isEqualTo("SIZE");
    }

    @Test
    void onATieTheEarlierWins() {
        assertThat(topicOf("PRICE", "SIZE", "SIZE", "PRICE")).isEqualTo("PRICE");
    }

    @Test
    void roundsWithoutATopicDoNotVote() {
        assertThat(topicOf(null, null, "SIZE")).isEqualTo("SIZE");
        assertThat(topicOf(null, null)).isNull();
    }

    @Test
    void eachDayHasItsOwn() {
        Chat chat = new Chat()
                .ask("23:59:50", "SIZE")
                .reply("23:59:55", "a")
                .on("2026-11-12")
                .ask("00:00:10", "PRICE");

        assertThat(chat.days()).extracting(day -> day.topic().code()).containsExactly("SIZE", "PRICE");
    }

    private static String topicOf(String... rounds) {
        Chat chat = new Chat();
        for (int i = 0; i < rounds.length; i++) {
            String minute = "10:%02d".formatted(i);
            if (rounds[i] == null) {
                chat.ask(minute + ":00");
            } else {
                chat.ask(minute + ":00", rounds[i]);
            }
            chat.reply(minute + ":30", "a");
        }
        Topic topic = chat.days().get(0).topic();
        assertThat(topics(chat)).isEqualTo(Arrays.asList(rounds));
        return topic == null ? null : topic.code();
    }

    private static List<String> topics(Chat chat) {
        return chat.rounds().stream()
                .map(Round::topic)
                .map(topic -> topic == null ? null : topic.code())
                .toList();
    }
}
