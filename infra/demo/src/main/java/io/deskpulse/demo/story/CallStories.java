package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.shop.Desk;
import io.deskpulse.demo.shop.Purchase;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.demo.subject.Chat;
import io.deskpulse.events.CallAnswered;
import io.deskpulse.events.CallDirection;
import io.deskpulse.events.CallRang;
import io.deskpulse.events.CallReleased;
import io.deskpulse.events.CallWrappedUp;
import io.deskpulse.events.Channel;
import io.deskpulse.events.Party;
import io.deskpulse.events.PromiseKept;
import java.time.Instant;
import java.util.List;

/** Calls, and a few by video: taken, missed, and made to keep a promise. */
public final class CallStories {

    private static final double VIDEO_RATIO = 0.08;
    private static final double CONSENT_RATIO = 0.93;
    private static final double CONSENT_UNRECORDED_RATIO = 0.02;
    private static final double PICKS_UP_RATIO = 0.8;
    private static final double FOLLOW_UP_RATIO = 0.15;
    private static final long DAY_MILLIS = 86_400_000;

    private CallStories() {}

    /** A buyer calls. */
    public static void begin(Shop shop) {
        Dice dice = shop.newDice();
        Purchase purchase = dice.chance(0.7) ? shop.delivered().any(dice) : null;
        Channel channel = dice.chance(VIDEO_RATIO) ? Channel.VIDEO : Channel.PHONE;
        new Chat(shop, dice, channel, purchase)
                .begin(
                        List.of(
                                CallStories::ringsIn,
                                CallStories::hangsUp,
                                CallStories::wrapsUp,
                                Outcomes::mayOpenTicket),
                        0);
    }

    /** The shop calls the buyer of a conversation as soon as the hotline has an account free, and so keeps a promise. */
    static void callBack(Chat promised, String promiseId) {
        Shop shop = promised.shop();
        Chat call = new Chat(shop, shop.newDice(), Channel.PHONE, promised.buyer(), promised.purchase());
        Step<Chat> kept = answered -> {
            promised.tell(new PromiseKept(promiseId));
            return 0;
        };
        call.begin(List.of(CallStories::ringsOut, CallStories::hangsUp, CallStories::wrapsUp, kept), 0);
    }

    /** The shop calls a buyer who no longer answers in a chat. */
    static void callAfterSilence(Chat silent) {
        new Chat(silent.shop(), silent.dice(), Channel.PHONE, silent.buyer(), silent.purchase())
                .begin(List.of(CallStories::ringsOut, CallStories::hangsUp, CallStories::wrapsUp), 0);
    }

    private static long ringsIn(Chat call) {
        call.tell(new CallRang(CallDirection.INBOUND, null));
        Desk hotline = call.shop().hotline();
        if (hotline.isClosed()) {
            call.script().divert(List.of(closed -> missed(closed, Party.SYSTEM, "NO_ANSWER")));
            return 25_000;
        }
        Desk.Place place = hotline.enqueue(account -> {
            call.hold(account);
            call.tellIn(call.dice().millis(3_000, 12_000), new CallAnswered(account.id()));
            call.script().resumeIn(talkMillis(call));
        });
        if (call.account() == null) {
            long patience = 20_000 + (long) call.dice().exponential(90_000);
            call.shop().agenda().at(call.shop().agenda().nowMillis() + patience, () -> {
                if (place.abandon()) {
                    call.script().divert(List.of(left -> missed(left, Party.BUYER, "ABANDONED")));
                    call.script().resumeIn(0);
                }
            });
        }
        return Step.SUSPENDED;
    }

    private static long ringsOut(Chat call) {
        call.shop().hotline().enqueue(account -> {
            call.hold(account);
            boolean recorded = !call.dice().chance(CONSENT_UNRECORDED_RATIO);
            call.tell(
                    new CallRang(CallDirection.OUTBOUND, recorded ? call.dice().chance(CONSENT_RATIO) : null));
            if (call.dice().chance(PICKS_UP_RATIO)) {
                call.tellIn(call.dice().millis(4_000, 20_000), new CallAnswered(account.id()));
                call.script().resumeIn(talkMillis(call));
            } else {
                String cause = call.dice().pick(List.of("NO_ANSWER", "BUSY"));
                call.script().divert(List.of(unanswered -> missed(unanswered, Party.SYSTEM, cause)));
                call.script().resumeIn(30_000);
            }
        });
        return Step.SUSPENDED;
    }

    private static long hangsUp(Chat call) {
        Party by = call.dice().chance(0.7) ? Party.BUYER : Party.AGENT;
        call.tell(new CallReleased(by, "NORMAL"));
        return call.dice().millis(15_000, 90_000);
    }

    private static long wrapsUp(Chat call) {
        boolean followUp = call.dice().chance(FOLLOW_UP_RATIO);
        Instant due = Instant.ofEpochMilli(call.shop().agenda().nowMillis() + DAY_MILLIS);
        String solution =
                followUp ? "FOLLOW_UP" : call.dice().pick(List.of("EXPLAINED", "REFUND_STARTED", "RESHIPPED"));
        call.tell(new CallWrappedUp(call.account().id(), call.topic().name(), solution, followUp ? due : null));
        Endings.rating(call);
        release(call);
        return 1_000;
    }

    private static long missed(Chat call, Party by, String cause) {
        call.tell(new CallReleased(by, cause));
        release(call);
        return 0;
    }

    private static void release(Chat call) {
        Account account = call.account();
        if (account != null) {
            call.hold(null);
            call.shop().hotline().release(account);
        }
    }

    private static long talkMillis(Chat call) {
        return 25_000 + call.dice().around(150_000, 0.7);
    }
}
