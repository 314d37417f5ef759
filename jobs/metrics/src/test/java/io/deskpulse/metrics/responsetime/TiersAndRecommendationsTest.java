package io.deskpulse.metrics.responsetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class TiersAndRecommendationsTest {

    @Test
    void theLastRankThatIsKnownIsThatOfTheDay() {
        List<DayFacts> days = new Chat()
                .tier("GOLD")
                .ask("10:00:00")
                .tier("VIP")
                .ask("10:01:00")
                .reply("10:02:00", "a")
                .on("2026-11-12")
                .ask("09:00:00")
                .days();

        assertThat(days).extracting(DayFacts::buyerTier).containsExactly("VIP", null);
        assertThat(days).extracting(DayFacts::begins).containsExactly(true, false);
    }

    @Test
    void messagesAreWhatTheTwoSidesSaw() {
        DayFacts day = new Chat()
                .robot("10:00:00")
                .ask("10:00:01")
                .says("10:00:02", Sender.BOT_AUTO, null)
                .handOff("10:00:03")
                .says("10:00:04", Sender.SYSTEM, null)
                .says("10:00:05", Sender.INTERNAL_NOTE, "a")
                .says("10:00:06", Sender.AGENT_QUICK_PHRASE, "a")
                .says("10:00:07", Sender.BOT_ASSISTED, "a")
                .days()
                .get(0);

        assertThat(day.messages()).extracting(Message::byBuyer).containsExactly(true, false, false, false);
        assertThat(day.messages())
                .extracting(message -> message.atMillis() - day.firstEventAtMillis())
                .containsExactly(1_000L, 2_000L, 6_000L, 7_000L);
    }

    @Test
    void aRecommendationOpensNoRoundAndAnswersNone() {
        DayFacts day = new Chat()
                .ask("10:00:00")
                .recommend("10:00:10", "a", "sku-1")
                .recommend("10:00:20", "b", "sku-2")
                .days()
                .get(0);

        assertThat(day.recommendations())
                .extracting(Recommendation::account, Recommendation::skuId)
                .containsExactly(tuple("a", "sku-1"), tuple("b", "sku-2"));
        assertThat(day.rounds()).singleElement().matches(Round::isOpen);
        assertThat(day.messages()).hasSize(1);
    }
}
