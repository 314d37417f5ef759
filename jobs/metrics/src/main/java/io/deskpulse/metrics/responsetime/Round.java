package io.deskpulse.metrics.responsetime;

/**
 * From a buyer's question to its end, as platforms score it per account (docs/metrics.md, Rounds).
 *
 * <p>Instants are milliseconds since the epoch, {@link DayFacts#NONE} when there is none.
 */
public final class Round {
    /** Who was to answer. */
    public enum Handler {
        /** The robot. */
        BOT,
        /** A person, or the queue for people. */
        HUMAN
    }

    /** Why a round ended without an answer. */
    public enum EndReason {
        /** The robot passed it on; a human round may follow. */
        HANDED_OFF,
        /** The account passed the conversation on. */
        TRANSFERRED,
        /** The conversation was closed. */
        CLOSED
    }

    long openedAtMillis;
    int openedSecond;
    Handler handler;
    String account;
    int buyerMessages;
    boolean autoReplied;
    long answeredAtMillis = DayFacts.NONE;
    Sender replySender;
    EndReason endReason;
    Topic topic;

    Round(long openedAtMillis, int openedSecond, Handler handler, String account) {
        this.openedAtMillis = openedAtMillis;
        this.openedSecond = openedSecond;
        this.handler = handler;
        this.account = account;
    }

    /** When the clock started. */
    public long openedAtMillis() {
        return openedAtMillis;
    }

    /** Seconds after midnight of the shop's day at which the clock started, 0..86399. */
    public int openedSecond() {
        return openedSecond;
    }

    /** Who was to answer. */
    public Handler handler() {
        return handler;
    }

    /** The human account credited; null while queued or with the robot. */
    public String account() {
        return account;
    }

    /** Messages the buyer sent while it was open, the opening one included; 0 when a hand-off opened it. */
    public int buyerMessages() {
        return buyerMessages;
    }

    /** Whether full automation spoke while a person was to answer. */
    public boolean autoReplied() {
        return autoReplied;
    }

    /** When it was answered. */
    public long answeredAtMillis() {
        return answeredAtMillis;
    }

    /** Who answered; null when nobody did. */
    public Sender replySender() {
        return replySender;
    }

    /** Why it ended unanswered; null when answered or still open. */
    public EndReason endReason() {
        return endReason;
    }

    /** The first topic among the buyer's messages; null when none has one. */
    public Topic topic() {
        return topic;
    }

    /** Whether an answer may still come. */
    public boolean isOpen() {
        return answeredAtMillis == DayFacts.NONE && endReason == null;
    }
}
