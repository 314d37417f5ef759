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
    private static final TopicCause[] CAUSES = TopicCause.values();
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
    private static final int TOPIC = 10;
    private static final int TOPIC_VERSION = 11;
    private static final int TOPIC_CAUSE = 12;
    private static final int TOPIC_SKU = 20;

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
        if (round.topic != null) {
            out.name(TOPIC, round.topic.code());
            out.name(TOPIC_VERSION, round.topic.version());
            out.constant(TOPIC_CAUSE, round.topic.cause());
            out.name(TOPIC_SKU, round.topic.skuId());
        }
    }

    static Round read(long sinceMillis, FormReader in) throws IOException {
        Round round = new Round(sinceMillis, 0, Handler.HUMAN, null);
        String topic = null;
        String topicVersion = null;
        TopicCause topicCause = null;
        String topicSku = null;
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
                case TOPIC -> topic = in.name();
                case TOPIC_VERSION -> topicVersion = in.name();
                case TOPIC_CAUSE -> topicCause = in.constant(CAUSES);
                case TOPIC_SKU -> topicSku = in.name();
                default -> {}
            }
        }
        round.topic = topic == null ? null : new Topic(topic, topicVersion, topicCause, topicSku);
        return round;
    }
}
