package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.shop.Desk;
import io.deskpulse.demo.subject.Chat;
import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.ConversationClosed;
import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.Party;
import io.deskpulse.events.Sender;
import java.util.List;

/** Steps into people's hands: entering at an account or in the queue, waiting there, giving up. */
final class Waiting {

    private static final long MEAN_PATIENCE_MILLIS = 8 * 60_000;
    private static final long NIGHT_PATIENCE_MILLIS = 14 * 3_600_000;

    private Waiting() {}

    /** The buyer enters at a named account, which has to take them; at night at one that is not at work. */
    static long entersAtAccount(Chat chat) {
        Account account = chat.shop().desk().takeAny(chat.dice());
        chat.hold(account);
        Account named = account == null ? chat.dice().pick(chat.shop().accounts()) : account;
        chat.tell(new ConversationOpened(ConversationEntry.ACCOUNT, named.id()));
        return chat.dice().millis(500, 8_000);
    }

    /** The buyer enters the queue. */
    static long entersQueue(Chat chat) {
        chat.tell(new ConversationOpened(ConversationEntry.QUEUE, null));
        return chat.dice().millis(500, 6_000);
    }

    /** The buyer waits until an account has room; goes on with the account's first reply due, or gives up. */
    static long forAccount(Chat chat) {
        Desk desk = chat.shop().desk();
        boolean night = desk.isClosed();
        if (night) {
            chat.saysIn(1_200, Sender.BOT_AUTO, null, "away");
        }
        long sinceMillis = chat.shop().agenda().nowMillis();
        Desk.Place place = desk.enqueue(account -> isServed(chat, account, sinceMillis));
        if (chat.account() == null) {
            long until = sinceMillis + patienceMillis(chat.dice(), night);
            chat.shop().agenda().at(until, () -> givesUp(chat, place));
        }
        return Step.SUSPENDED;
    }

    /** The buyer is gone without an answer: closed by the buyer or by time-out, the account is free again. */
    static long isAbandoned(Chat chat) {
        boolean byBuyer = chat.dice().chance(0.55);
        long idle = byBuyer ? 0 : chat.dice().millis(30_000, 180_000);
        chat.tellIn(
                idle,
                byBuyer
                        ? new ConversationClosed(Party.BUYER, "ABANDONED")
                        : new ConversationClosed(Party.SYSTEM, "TIMEOUT"));
        Endings.release(chat);
        return 0;
    }

    /** How long a buyer waits for one reply before leaving, in milliseconds. */
    static long patienceMillis(Dice dice, boolean night) {
        boolean untilMorning = night && dice.chance(0.6); // the others leave when they read that nobody is there
        return untilMorning ? NIGHT_PATIENCE_MILLIS : 60_000 + (long) dice.exponential(MEAN_PATIENCE_MILLIS);
    }

    private static void isServed(Chat chat, Account account, long sinceMillis) {
        chat.rememberReply(chat.shop().agenda().nowMillis() - sinceMillis);
        chat.hold(account);
        chat.tellIn(200, new AgentAssigned(account.id()));
        if (chat.dice().chance(0.5)) {
            chat.saysIn(50, Sender.SYSTEM, null, "system.joined");
        }
        chat.script().resumeIn(1_000 + account.replyMillis(chat.dice()));
    }

    private static void givesUp(Chat chat, Desk.Place place) {
        if (place.abandon()) {
            chat.script().divert(List.of(Waiting::isAbandoned));
            chat.script().resumeIn(0);
        }
    }
}
