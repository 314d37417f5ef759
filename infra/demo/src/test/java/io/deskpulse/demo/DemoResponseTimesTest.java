package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.ResponseTimeDerivation;
import io.deskpulse.metrics.responsetime.Round;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.responsetime.ConversationEvents;
import io.deskpulse.streaming.topics.TopicReader;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the product's own derivation makes of the demo. */
class DemoResponseTimesTest {

    private static final long IN_TIME_MILLIS = 180_000;
    private static final int HOUR_SECONDS = 3_600;

    private static final Map<String, List<DayFacts>> DAYS_BY_SHOP = new HashMap<>();

    @BeforeAll
    static void derive() throws RejectedEventException {
        EventEncoder encoder = new EventEncoder();
        ConversationEvents mapping = new ConversationEvents(new TopicReader(TopicTaxonomy.bundled(), true));
        EventReader<ChatReading> reader = EventReader.chat("a key for tests, long enough");
        ResponseTimeDerivation derivation = new ResponseTimeDerivation(ShopZones.of(ShopZones.DEFAULT_ZONE, Map.of()));
        for (List<ChatEvent> conversation : DemoDays.conversations().values()) {
            List<ConversationEvent> events = new ArrayList<>();
            for (ChatEvent event : conversation) {
                events.add(mapping.of(reader.read(encoder.encode(event))));
            }
            DAYS_BY_SHOP
                    .computeIfAbsent(conversation.get(0).getShopId(), shop -> new ArrayList<>())
                    .addAll(derivation.derive(events, Retention.CONVERSATIONS));
        }
    }

    @Test
    void everyShopAnswersSixtyToNinetyFivePercentWithinThreeMinutes() {
        assertThat(DAYS_BY_SHOP).hasSize(4);
        DAYS_BY_SHOP.forEach((shop, days) ->
                assertThat(threeMinuteRate(days, 8, 23)).as(shop).isBetween(0.60, 0.95));
    }

    @Test
    void thePromotionShowsInTheRateAndInTheNumberOfRounds() {
        List<DayFacts> days = DAYS_BY_SHOP.get("yunshe-apparel");

        assertThat(threeMinuteRate(days, 20, 21)).isLessThan(threeMinuteRate(days, 14, 17) - 0.05);
        assertThat(rounds(days, 20, 21)).hasSizeGreaterThan(rounds(days, 18, 19).size() * 3 / 2);
        assertThat(rounds(days, 4, 5)).hasSizeLessThan(rounds(days, 12, 13).size() / 5);
    }

    @Test
    void thereIsEveryWayInWhichARoundCanEnd() {
        List<Round> rounds = DAYS_BY_SHOP.values().stream()
                .flatMap(List::stream)
                .flatMap(day -> day.rounds().stream())
                .toList();

        assertThat(rounds.stream().map(Round::endReason).collect(Collectors.toSet()))
                .contains(null, Round.EndReason.CLOSED, Round.EndReason.HANDED_OFF, Round.EndReason.TRANSFERRED);
        assertThat(rounds).anyMatch(round -> round.autoReplied() && round.handler() == Round.Handler.HUMAN);
        assertThat(rounds.stream().map(Round::handler).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Round.Handler.BOT, Round.Handler.HUMAN));
    }

    @Test
    void fewBuyersAreStillWaitingInTheEnd() {
        List<DayFacts> days =
                DAYS_BY_SHOP.values().stream().flatMap(List::stream).toList();
        long waiting = days.stream()
                .filter(day -> day.openSinceMillis() != DayFacts.NONE)
                .count();

        assertThat(waiting).isPositive().isLessThan(days.size() / 50);
    }

    private static double threeMinuteRate(List<DayFacts> days, int fromHour, int toHour) {
        List<Round> rounds = rounds(days, fromHour, toHour);
        long inTime = rounds.stream()
                .filter(round -> round.answeredAtMillis() != DayFacts.NONE
                        && round.answeredAtMillis() - round.openedAtMillis() <= IN_TIME_MILLIS)
                .count();
        return inTime / (double) rounds.size();
    }

    private static List<Round> rounds(List<DayFacts> days, int fromHour, int toHour) {
        return days.stream()
                .flatMap(day -> day.rounds().stream())
                .filter(round -> round.handler() == Round.Handler.HUMAN)
                .filter(round ->
                        round.openedSecond() >= fromHour * HOUR_SECONDS && round.openedSecond() < toHour * HOUR_SECONDS)
                .toList();
    }
}
