package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Agenda;
import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.subject.Chat;
import io.deskpulse.events.PromiseKept;
import io.deskpulse.events.PromiseKind;
import io.deskpulse.events.PromiseMade;
import io.deskpulse.events.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Promises to write or to call back: some are kept in time, some late, some never. */
final class Promises {

    private static final double KEPT_RATIO = 0.8;
    private static final double LATE_RATIO = 0.2;
    private static final long NEXT_TRY_MILLIS = 20 * 60_000;

    private Promises() {}

    /** The account promises; nobody promises when nobody holds the conversation. */
    static long make(Chat chat) {
        Account account = chat.account();
        if (account == null) {
            return 0;
        }
        Dice dice = chat.dice();
        Agenda agenda = chat.shop().agenda();
        PromiseKind kind = dice.chance(0.5) ? PromiseKind.CALL_BACK : PromiseKind.FOLLOW_UP;
        chat.saysIn(0, Sender.AGENT, account, kind == PromiseKind.CALL_BACK ? "promise.call" : "promise.write");
        Instant now = Instant.ofEpochMilli(agenda.nowMillis());
        Instant due = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(dice.between(2, 5)));
        String promiseId = chat.shop().newId("promise");
        chat.tellIn(500, new PromiseMade(promiseId, account.id(), kind, due));
        if (dice.chance(KEPT_RATIO)) {
            long inTime = due.toEpochMilli()
                    - dice.millis(0, Duration.between(now, due).toMillis() * 3 / 4);
            long at = dice.chance(LATE_RATIO) ? due.toEpochMilli() + dice.around(3_600_000, 0.7) : inTime;
            agenda.at(at, () -> keep(chat, promiseId, kind));
        }
        return 2_000;
    }

    private static void keep(Chat chat, String promiseId, PromiseKind kind) {
        if (kind == PromiseKind.CALL_BACK) {
            CallStories.callBack(chat, promiseId);
            return;
        }
        Account account = chat.shop().desk().anyAtWork(chat.dice());
        if (account == null) {
            Agenda agenda = chat.shop().agenda();
            agenda.at(agenda.nowMillis() + NEXT_TRY_MILLIS, () -> keep(chat, promiseId, kind));
            return;
        }
        chat.saysIn(0, Sender.AGENT, account, "promise.kept");
        chat.tellIn(1_000, new PromiseKept(promiseId));
    }
}
