package io.deskpulse.streaming.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationDayTableTest {

    @Test
    void aDayReadsAsTheStoryWasTold() {
        Map<String, Object> row = stored(new Chat()
                .ask("10:00:00")
                .says("10:00:20", Sender.BOT_ASSISTED, "a")
                .transfer("10:00:30", "a", "b")
                .reply("10:00:40", "b")
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
                        + " waits.opened_at=[2026-11-11T02:00:00Z, 2026-11-11T04:00:00Z],"
                        + " waits.answered_at=[2026-11-11T02:00:40Z, null],"
                        + " waits.answered_day=[2026-11-11, 1970-01-01], waits.answered_by=[b, ],"
                        + " waits.closed_at=[null, null], waits.account=[, ],"
                        + " handovers.wait=[1, 1], handovers.at=[2026-11-11T02:00:20Z, 2026-11-11T02:00:30Z],"
                        + " handovers.account=[a, b],"
                        + " buyer_contacts_at=[2026-11-11T02:00:00Z, 2026-11-11T04:00:00Z]}");
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
