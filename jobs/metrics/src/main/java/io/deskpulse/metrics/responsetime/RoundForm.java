package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.responsetime.Round.EndReason;
import io.deskpulse.metrics.responsetime.Round.Handler;
import java.io.IOException;

/** Binary form of a round. */
final class RoundForm {
    private static final Handler[] HANDLERS = Handler.values();
    private static final Sender[] SENDERS = Sender.values();
    private static final EndReason[] END_REASONS = EndReason.values();

    private static final int OPENED = 1;
    private static final int OPENED_SECOND = 2;
    private static final int HANDLER = 3;
    private static final int ACCOUNT = 4;
    private static final int BUYER_MESSAGES = 5;
    private static final int AUTO_REPLIED = 6;
    private static final int ANSWERED = 7;
    private static final int REPLY_SENDER = 8;
    private static final int END_REASON = 9;

    private RoundForm() {}

    static void write(Round round, long sinceMillis, FormWriter out) {
        out.signed(OPENED, round.openedAtMillis - sinceMillis);
        out.number(OPENED_SECOND, round.openedSecond);
        out.constant(HANDLER, round.handler, Handler.HUMAN);
        out.name(ACCOUNT, round.account);
        out.number(BUYER_MESSAGES, round.buyerMessages);
        out.flag(AUTO_REPLIED, round.autoReplied);
        out.instant(ANSWERED, round.answeredAtMillis, round.openedAtMillis, DayFacts.NONE);
        out.constant(REPLY_SENDER, round.replySender);
        out.constant(END_REASON, round.endReason);
    }

    static Round read(long sinceMillis, FormReader in) throws IOException {
        Round round = new Round(sinceMillis, 0, Handler.HUMAN, null);
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case OPENED -> round.openedAtMillis = sinceMillis + in.signed();
                case OPENED_SECOND -> round.openedSecond = in.count();
                case HANDLER -> round.handler = in.constant(HANDLERS);
                case ACCOUNT -> round.account = in.name();
                case BUYER_MESSAGES -> round.buyerMessages = in.count();
                case AUTO_REPLIED -> round.autoReplied = in.flag();
                case ANSWERED -> round.answeredAtMillis = in.instant(round.openedAtMillis);
                case REPLY_SENDER -> round.replySender = in.constant(SENDERS);
                case END_REASON -> round.endReason = in.constant(END_REASONS);
                default -> {}
            }
        }
        return round;
    }
}
