package io.deskpulse.streaming.sinks;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.streaming.deadletters.RejectedEvent;
import io.deskpulse.streaming.deadletters.RejectedEventStatement;
import io.deskpulse.streaming.responsetime.ConversationDay;
import io.deskpulse.streaming.responsetime.ConversationDayStatement;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StoredTablesTest {

    @Test
    void conversationDaysFitTheirTable() throws IOException {
        ConversationDay row = new ConversationDay(
                "s1",
                "c1",
                4,
                new Chat()
                        .ask("10:00:00")
                        .says("10:00:20", Sender.BOT_ASSISTED, "a")
                        .transfer("10:00:30", "a", "b")
                        .reply("10:00:40", "b")
                        .close("11:00:00", "BUYER")
                        .rate("11:01:00", 1, "INVITED")
                        .ask("12:00:00")
                        .days()
                        .get(0));

        TableContract.of("V001__conversation_days.sql", "conversation_days")
                .assertFits(new ConversationDayStatement(), row);
    }

    @Test
    void rejectionsFitTheirTable() throws IOException {
        RejectedEvent row = new RejectedEvent("topic", 1, 2, 3, "TOO_LATE", "detail", 4, 5, "s1");

        TableContract.of("V005__rejections.sql", "rejections").assertFits(new RejectedEventStatement(), row);
    }
}
