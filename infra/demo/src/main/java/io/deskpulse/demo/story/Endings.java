package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.subject.Chat;
import io.deskpulse.events.ConversationClosed;
import io.deskpulse.events.ConversationRated;
import io.deskpulse.events.Party;
import io.deskpulse.events.RatingInvited;
import java.util.ArrayList;
import java.util.List;

/** Steps at the end of a conversation: closing, rating, coming back days later. */
final class Endings {

    private static final double REOPENED_RATIO = 0.05;
    private static final int CALLED_ONE_IN = 4;
    private static final long SILENCE_MILLIS = 45 * 60_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private Endings() {}

    /** An end: most are closed, some with a question still open; some of those are opened again later. */
    static List<Step<Chat>> any(Dice dice) {
        List<Step<Chat>> steps = new ArrayList<>();
        if (dice.chance(0.35)) {
            steps.add(Turns::thanks);
            if (dice.chance(0.9)) {
                steps.add(Turns::goodbye);
            }
        }
        steps.add(dice.chance(0.8) ? Endings::close : Endings::trailOff);
        if (dice.chance(REOPENED_RATIO)) {
            steps.add(Endings::stayAway);
            steps.addAll(List.of(Turns::question, Turns::reply, Endings::close));
        }
        return steps;
    }

    /** Gives the account back, when one holds the conversation. */
    static void release(Chat chat) {
        Account account = chat.account();
        if (account != null) {
            chat.hold(null);
            chat.shop().desk().release(account);
        }
    }

    /** The buyer may rate; those who waited are less kind. */
    static void rating(Chat chat) {
        Dice dice = chat.dice();
        boolean invited = dice.chance(0.4);
        if (invited) {
            chat.tellIn(1_000, new RatingInvited());
        }
        if (dice.chance(invited ? 0.4 : 0.02)) {
            String source = invited ? "INVITED" : "VOLUNTARY";
            chat.tellIn(dice.millis(5_000, 90_000), new ConversationRated(score(chat), source));
        }
    }

    static long close(Chat chat) {
        Dice dice = chat.dice();
        Party by = dice.pick(List.of(Party.AGENT, Party.AGENT, Party.BUYER, Party.SYSTEM));
        chat.tell(new ConversationClosed(by, by == Party.SYSTEM ? "IDLE" : "DONE"));
        rating(chat);
        release(chat);
        return 2 * 60_000;
    }

    /** Nobody closes it; unless the buyer would wait for ever. */
    private static long trailOff(Chat chat) {
        if (chat.awaitsReply()) {
            return close(chat);
        }
        release(chat);
        if (chat.isOneIn(CALLED_ONE_IN)) {
            chat.shop()
                    .agenda()
                    .at(chat.shop().agenda().nowMillis() + SILENCE_MILLIS, () -> CallStories.callAfterSilence(chat));
        }
        return 2 * 60_000;
    }

    private static long stayAway(Chat chat) {
        return chat.dice().millis(5 * HOUR_MILLIS, 120 * HOUR_MILLIS);
    }

    private static int score(Chat chat) {
        return chat.slowestReplyMillis() < 120_000
                ? chat.dice().weighted(62, 26, 7, 3, 2)
                : chat.dice().weighted(22, 26, 24, 16, 12);
    }
}
