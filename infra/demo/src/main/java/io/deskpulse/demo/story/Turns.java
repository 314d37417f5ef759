package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.subject.Chat;
import io.deskpulse.events.ConversationTransferred;
import io.deskpulse.events.Sender;
import java.util.List;

/** Steps between a buyer and the accounts: questions, replies, and the ways in which somebody else replies. */
final class Turns {

    private static final double ASSISTED_RATIO = 0.10;
    private static final double MORE_RATIO = 0.35;
    private static final double NAG_RATIO = 0.5;
    private static final long NAG_AFTER_MILLIS = 70_000;
    private static final long FEELS_IGNORED_MILLIS = 25_000;

    private Turns() {}

    /** The buyer asks; goes on when the reply is due, however slow, unless the buyer leaves before. */
    static long question(Chat chat) {
        chat.buyerAsks();
        return awaitReply(chat);
    }

    /** The buyer thanks, which platforms count as a question. */
    static long thanks(Chat chat) {
        chat.buyerSays("thanks");
        return awaitReply(chat);
    }

    /** The account replies, typed or with a saved phrase. */
    static long reply(Chat chat) {
        replies(chat, chat.account(), chat.topic().section("reply"));
        return thinks(chat.dice());
    }

    /** The account says good-bye. */
    static long goodbye(Chat chat) {
        replies(chat, chat.account(), "bye");
        return thinks(chat.dice());
    }

    /** A colleague steps in and replies; the conversation stays where it is. */
    static long colleagueReplies(Chat chat) {
        Account colleague = chat.shop().desk().colleagueOf(chat.account());
        replies(chat, colleague == null ? chat.account() : colleague, "colleague");
        return thinks(chat.dice());
    }

    /** The account leaves a note and hands the conversation to a colleague, whose reply is due next; alone it keeps it. */
    static long transfer(Chat chat) {
        Account from = chat.account();
        Account to = chat.shop().desk().colleagueOf(from);
        if (to == null) {
            return 0;
        }
        chat.saysIn(0, Sender.INTERNAL_NOTE, from, "note");
        chat.tellIn(
                800,
                new ConversationTransferred(
                        from.id(), to.id(), chat.dice().pick(List.of("EXPERTISE", "AFTER_SALES", "SHIFT_END"))));
        chat.shop().desk().handOver(from, to);
        chat.hold(to);
        return 1_500 + to.replyMillis(chat.dice());
    }

    private static long awaitReply(Chat chat) {
        Dice dice = chat.dice();
        if (chat.account() == null) {
            chat.script().insert(Waiting::forAccount);
            return dice.millis(300, 1_500);
        }
        long replyIn = chat.account().replyMillis(dice);
        long patience = Waiting.patienceMillis(dice, false);
        if (replyIn > patience) {
            chat.script().divert(List.of(Waiting::isAbandoned));
            return patience;
        }
        chat.rememberReply(replyIn);
        return meanwhile(chat, replyIn);
    }

    /** What happens while the account is busy: the robot helps out, or the buyer asks more, or asks again. */
    private static long meanwhile(Chat chat, long replyIn) {
        Dice dice = chat.dice();
        if (dice.chance(ASSISTED_RATIO)) {
            long assistIn = dice.millis(1_000, 2_000);
            chat.script().insert(assisted -> {
                assisted.saysIn(
                        0,
                        Sender.BOT_ASSISTED,
                        assisted.account(),
                        assisted.topic().section("bot"));
                return replyIn - assistIn;
            });
            return assistIn;
        }
        boolean nags = replyIn > NAG_AFTER_MILLIS && dice.chance(NAG_RATIO);
        boolean asksMore = replyIn > FEELS_IGNORED_MILLIS && dice.chance(MORE_RATIO);
        if (nags || asksMore) {
            long moreIn = nags ? replyIn * 2 / 3 : replyIn / 3;
            chat.script().insert(more -> {
                more.buyerSays(nags ? "nag" : "more");
                return replyIn - moreIn;
            });
            return moreIn;
        }
        return replyIn;
    }

    private static void replies(Chat chat, Account who, String section) {
        Sender sender = chat.dice().chance(0.25) ? Sender.AGENT_QUICK_PHRASE : Sender.AGENT;
        chat.saysIn(0, sender, who, section);
    }

    private static long thinks(Dice dice) {
        return 3_000 + dice.around(28_000, 0.7);
    }
}
