package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.streaming.timeline.ToldKey;
import java.util.List;

/** Conversations that lie in the savepoint {@code conversation-timeline-2}. */
final class ReleasedConversations {
    static final List<ToldKey<ConversationEvent>> TOLD =
            List.of(openForDays(), handedOver(), outOfOrder(), cutOff(), begunAnew(), awaitedOverMidnight());

    private ReleasedConversations() {}

    private static ToldKey<ConversationEvent> openForDays() {
        Chat chat = new Chat("open-for-days")
                .on("2026-11-09")
                .ask("09:00:00")
                .ask("09:00:30")
                .reply("09:01:00", "shop:a")
                .on("2026-11-10")
                .ask("20:00:00")
                .ask("23:59:59.999")
                .on("2026-11-11")
                .ask("08:00:00")
                .ask("12:00:00")
                .reply("12:01:00", "shop:a")
                .ask("12:02:00")
                .on("2026-11-10")
                .reply("19:00:00", "shop:b");
        return new ToldKey<>(chat.events(), 6, 3);
    }

    private static ToldKey<ConversationEvent> handedOver() {
        Chat chat = new Chat("handed-over")
                .robot("10:00:00")
                .ask("10:00:05")
                .says("10:00:06", Sender.BOT_AUTO, null)
                .handOff("10:01:00")
                .ask("10:01:10")
                .assign("10:02:00", "shop:a")
                .says("10:02:01", Sender.BOT_AUTO, "shop:a")
                .transfer("10:05:00", "shop:a", "shop:b")
                .ask("10:06:00")
                .event("10:07:00", Kind.RATING_INVITED, null)
                .rate("10:07:30", 3, "INVITED")
                .reply("10:09:00", "shop:b")
                .rate("10:10:00", 0, "BUYER")
                .close("10:11:00", "AGENT")
                .ask("10:03:00");
        return new ToldKey<>(chat.events(), 11, 3);
    }

    private static ToldKey<ConversationEvent> outOfOrder() {
        Chat chat = new Chat("out-of-order")
                .ask("10:03:00")
                .robot("10:00:00")
                .ask("10:00:05")
                .reply("10:02:00", "shop:a")
                .assign("10:01:00", "shop:a")
                .ask("10:03:00")
                .says("10:04:00", Sender.BOT_ASSISTED, "shop:c")
                .close("10:30:00", "BUYER")
                .ask("10:31:00")
                .ask("10:00:07");
        return new ToldKey<>(chat.events(), 7, 2);
    }

    /** More than four days of silence: the first timeline is forgotten, and what belongs to it too late. */
    private static ToldKey<ConversationEvent> cutOff() {
        Chat chat = new Chat("cut-off")
                .on("2026-11-01")
                .ask("12:00:00")
                .reply("12:06:00", "shop:a")
                .on("2026-11-08")
                .ask("12:30:00")
                .says("12:31:00", Sender.AGENT_QUICK_PHRASE, "shop:b")
                .ask("12:32:00")
                .reply("12:33:00", "shop:b")
                .says("12:32:30", Sender.BOT_AUTO, null);
        return new ToldKey<>(chat.events(), 4, 2);
    }

    /** Three days of silence: a new timeline, whose list still holds the old one's events. */
    private static ToldKey<ConversationEvent> begunAnew() {
        Chat chat = new Chat("begun-anew")
                .on("2026-11-05")
                .ask("12:00:00")
                .reply("12:06:00", "shop:a")
                .on("2026-11-08")
                .says("12:30:00", Sender.BOT_AUTO, null)
                .ask("12:31:00")
                .ask("12:32:00")
                .on("2026-11-05")
                .ask("12:05:00");
        return new ToldKey<>(chat.events(), 4, 1);
    }

    private static ToldKey<ConversationEvent> awaitedOverMidnight() {
        Chat chat = new Chat("awaited-over-midnight")
                .on("2026-11-10")
                .event("22:00:00", Kind.OPENED_IN_QUEUE, null)
                .ask("22:00:01")
                .ask("22:10:00")
                .close("22:30:00", "SYSTEM")
                .ask("23:58:00")
                .on("2026-11-11")
                .reply("00:01:00", "shop:a")
                .event("00:02:00", Kind.OTHER, null)
                .on("2026-11-10")
                .reply("22:05:00", "shop:a");
        return new ToldKey<>(chat.events(), 5, 2);
    }
}
