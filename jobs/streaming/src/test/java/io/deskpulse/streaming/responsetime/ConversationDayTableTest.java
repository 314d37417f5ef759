package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationDayTableTest {

    @Test
    void aDayReadsAsTheStoryWasTold() {
        Map<String, Object> row = stored(new Chat()
                .ask("10:00:00", "SIZE", "k1")
                .says("10:00:20", Sender.BOT_ASSISTED, "a")
                .transfer("10:00:30", "a", "b")
                .reply("10:00:40", "b")
                .tier("VIP")
                .close("11:00:00", "BUYER")
                .rate("11:01:00", 1, "INVITED")
                .ask("12:00:00"));

        assertThat(row)
                .hasToString("{shop_id=s1, conversation_id=c1, version=4, is_deleted=0, superseded=0,"
                        + " superseded_example=, day=2026-11-11, buyer_id=b1, channel=CHAT,"
                        + " first_event_at=2026-11-11T02:00:00Z, last_event_at=2026-11-11T04:00:00Z,"
                        + " asked_for_human=true, first_response_ms=40000, transfers=1, handed_off=false,"
                        + " closed_at=2026-11-11T03:00:00Z, closed_by=BUYER, rating=1, rating_source=INVITED,"
                        + " rating_returned=false, open_since=2026-11-11T04:00:00Z, buyer_messages=2, human_messages=1, bot_messages=1,"
                        + " stray_robot_messages=0, last_reply_at=2026-11-11T02:00:40Z,"
                        + " rating_invitations=0, speaking_agents=[a, b], first_question_at=2026-11-11T02:00:00Z,"
                        + " first_question_second=36000, first_reply_ms=20000,"
                        + " rounds.opened_at=[2026-11-11T02:00:00Z, 2026-11-11T04:00:00Z],"
                        + " rounds.opened_second=[36000, 43200], rounds.handler=[HUMAN, HUMAN], rounds.account=[a, ],"
                        + " rounds.answered_at=[2026-11-11T02:00:20Z, null], rounds.reply_sender=[BOT_ASSISTED, ],"
                        + " rounds.end_reason=[, ], rounds.auto_replied=[false, false], rounds.buyer_messages=[1, 1],"
                        + " rounds.topic=[SIZE, ], rounds.topic_version=[1, ], rounds.topic_sku_id=[k1, ],"
                        + " waits.opened_at=[2026-11-11T02:00:00Z, 2026-11-11T04:00:00Z],"
                        + " waits.answered_at=[2026-11-11T02:00:40Z, null],"
                        + " waits.answered_day=[2026-11-11, 1970-01-01], waits.answered_by=[b, ],"
                        + " waits.closed_at=[null, null], waits.account=[, ],"
                        + " handovers.wait=[1, 1], handovers.at=[2026-11-11T02:00:20Z, 2026-11-11T02:00:30Z],"
                        + " handovers.account=[a, b],"
                        + " buyer_contacts_at=[2026-11-11T02:00:00Z, 2026-11-11T04:00:00Z], topic=SIZE, topic_version=1, topic_cause=ENQUIRERS,"
                        + " day_ends_at=2026-11-11T16:00:00Z,"
                        + " contacts.arrived_at=[2026-11-11T02:00:00Z, 2026-11-11T04:00:00Z],"
                        + " contacts.ends_at=[2026-11-11T02:30:40Z, 2026-11-11T04:30:00Z],"
                        + " contacts.closed=[false, false], contacts.handle_ms=[1840000, 1800000],"
                        + " contacts.asked_at=[2026-11-11T02:00:00Z, 2026-11-11T04:00:00Z],"
                        + " contacts.answered_at=[2026-11-11T02:00:20Z, null],"
                        + " parts.contact_at=[2026-11-11T02:00:00Z, 2026-11-11T02:00:00Z, 2026-11-11T02:00:00Z,"
                        + " 2026-11-11T04:00:00Z],"
                        + " parts.from_at=[2026-11-11T02:00:00Z, 2026-11-11T02:00:20Z, 2026-11-11T02:00:30Z,"
                        + " 2026-11-11T04:00:00Z],"
                        + " parts.until_at=[2026-11-11T02:00:20Z, 2026-11-11T02:00:30Z, 2026-11-11T02:30:40Z,"
                        + " 2026-11-11T04:30:00Z],"
                        + " parts.account=[, a, b, ], parts.ended=[false, false, true, true], buyer_tier=VIP, begins=true,"
                        + " messages.sent_at=[2026-11-11T02:00:00Z, 2026-11-11T02:00:20Z, 2026-11-11T02:00:40Z, 2026-11-11T04:00:00Z],"
                        + " messages.by_buyer=[true, false, false, true], recommendations.at=[], recommendations.account=[],"
                        + " recommendations.sku_id=[]}");
    }

    @Test
    void aRecommendationIsAnElementOfItsDay() {
        assertThat(stored(new Chat().ask("10:00:00").recommend("10:00:50", "b", "sku-1")))
                .containsEntry("recommendations.at", List.of(Instant.parse("2026-11-11T02:00:50Z")))
                .containsEntry("recommendations.account", List.of("b"))
                .containsEntry("recommendations.sku_id", List.of("sku-1"));
    }

    @Test
    void whatDidNotHappenIsNullOrEmpty() {
        Map<String, Object> row = stored(new Chat().says("10:00:00", Sender.BOT_AUTO, null));

        assertThat(row)
                .containsEntry("first_response_ms", null)
                .containsEntry("first_reply_ms", null)
                .containsEntry("rating", null)
                .containsEntry("closed_by", "")
                .containsEntry("waits.account", List.of())
                .containsEntry("handovers.wait", List.of());
    }

    private static Map<String, Object> stored(Chat chat) {
        DayFacts day = chat.days().get(0);
        return StoredRow.of(ConversationDayTable.TABLE, new FactRow<>("s1", "c1", 4, day));
    }
}
