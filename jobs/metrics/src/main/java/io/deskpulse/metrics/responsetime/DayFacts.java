package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.contacts.ContactDay;
import java.util.ArrayList;
import java.util.List;

/**
 * What one conversation did on one calendar day of its shop: the content of one row, without its key and version.
 *
 * <p>A day's row exists as soon as one event of that day is known. Rounds and waits lie on the day they opened and are
 * finished there, even when the answer comes after midnight. Mutable only to the automaton in this package.
 */
public final class DayFacts {
    /** Stands for "no such instant". */
    public static final long NONE = Long.MIN_VALUE;

    private static final int NO_RATING = -1;

    /** The first question still waits for its first reply. */
    private static final long PENDING = NONE + 1;

    final List<Round> rounds = new ArrayList<>(2);
    final List<Wait> waits = new ArrayList<>(2);
    final List<String> speakingAgents = new ArrayList<>(1);
    final List<Long> buyerContactsAtMillis = new ArrayList<>(1);
    final List<Message> messages = new ArrayList<>(4);
    final List<Recommendation> recommendations = new ArrayList<>(0);
    final ContactDay contacts = new ContactDay();
    int epochDay;
    long endsAtMillis = NONE;
    long firstEventAtMillis;
    String buyerId;
    String buyerTier;
    boolean begins;
    Channel channel = Channel.CHAT;
    long lastEventAtMillis;
    boolean askedForHuman;
    boolean handedOff;
    int transfers;
    int buyerMessages;
    int humanMessages;
    int botMessages;
    int strayRobotMessages;
    long lastReplyAtMillis = NONE;
    int ratingInvitations;
    int rating = NO_RATING;
    String ratingSource;
    boolean ratingReturned;
    long closedAtMillis = NONE;
    String closedBy;
    long firstQuestionAtMillis = NONE;
    int firstQuestionSecond;
    long firstReplyAtMillis = NONE;

    DayFacts(int epochDay, long firstEventAtMillis) {
        this.epochDay = epochDay;
        this.firstEventAtMillis = firstEventAtMillis;
    }

    /** The shop's calendar day, in days since 1970-01-01. */
    public int epochDay() {
        return epochDay;
    }

    /** When that day ends on the clock of the shop. */
    public long endsAtMillis() {
        return endsAtMillis;
    }

    /** Contacts that arrived that day, and parts of any that began on it. */
    public ContactDay contacts() {
        return contacts;
    }

    /** Keyed hash of the buyer's id. */
    public String buyerId() {
        return buyerId;
    }

    /** How the shop ranked the buyer by the last event of the day that says so; null when none does. */
    public String buyerTier() {
        return buyerTier;
    }

    /** Whether it is the conversation's first day. */
    public boolean begins() {
        return begins;
    }

    /** Medium of the conversation. */
    public Channel channel() {
        return channel;
    }

    /** Time of the day's first event. */
    public long firstEventAtMillis() {
        return firstEventAtMillis;
    }

    /** Time of the day's last event. */
    public long lastEventAtMillis() {
        return lastEventAtMillis;
    }

    /** Whether the conversation was with people, or queued for them, at any time of the day. */
    public boolean askedForHuman() {
        return askedForHuman;
    }

    /** Whether the robot handed the buyer to people that day. */
    public boolean handedOff() {
        return handedOff;
    }

    /** Transfers between accounts that day. */
    public int transfers() {
        return transfers;
    }

    /** Messages of the buyer that day. */
    public int buyerMessages() {
        return buyerMessages;
    }

    /** Human-valid replies that day. */
    public int humanMessages() {
        return humanMessages;
    }

    /** Robot messages that day, supervised or not. */
    public int botMessages() {
        return botMessages;
    }

    /** Messages of full automation in a conversation in which no robot had been opened until then. */
    public int strayRobotMessages() {
        return strayRobotMessages;
    }

    /** The last reply of the day that is valid for a platform; {@link #NONE} when there is none. */
    public long lastReplyAtMillis() {
        return lastReplyAtMillis;
    }

    /** Times a rating was asked for that day. */
    public int ratingInvitations() {
        return ratingInvitations;
    }

    /**
     * The conversation's last rating, 0 (very good) to 4, on the day of the invitation that it answers, else on its own; -1 when there
     * is none or it counts on another day.
     */
    public int rating() {
        return rating;
    }

    /** Where that rating came from; null when there is none. */
    public String ratingSource() {
        return ratingSource;
    }

    /** Whether that rating answers an invitation of this day. */
    public boolean isRatingReturned() {
        return ratingReturned;
    }

    /** The day's last close; {@link #NONE} when there is none. */
    public long closedAtMillis() {
        return closedAtMillis;
    }

    /** Who closed it last; null when nobody did. */
    public String closedBy() {
        return closedBy;
    }

    /** When the day's first question to a person opened its round; {@link #NONE} when there is none. */
    public long firstQuestionAtMillis() {
        return firstQuestionAtMillis;
    }

    /** Seconds after midnight of the shop's day of {@link #firstQuestionAtMillis()}; 0 when there is none. */
    public int firstQuestionSecond() {
        return firstQuestionSecond;
    }

    /** The first platform-valid reply to the day's first question, by anyone; {@link #NONE} when there is none. */
    public long firstReplyAtMillis() {
        return awaitsFirstReply() ? NONE : firstReplyAtMillis;
    }

    /** Accounts that sent platform-valid replies that day, in the order in which they first spoke. */
    public List<String> speakingAgents() {
        return speakingAgents;
    }

    /** When the buyer turned to the shop that day, in order: each message of the buyer and each request for a person. */
    public List<Long> buyerContactsAtMillis() {
        return buyerContactsAtMillis;
    }

    /** What the buyer and the shop said to each other that day, in order; no notes, and nothing that a platform said. */
    public List<Message> messages() {
        return messages;
    }

    /** Products recommended that day, in order. */
    public List<Recommendation> recommendations() {
        return recommendations;
    }

    /** Rounds opened that day, in order. */
    public List<Round> rounds() {
        return rounds;
    }

    /** The topic of most of the day's rounds that have one, the earliest of those with as many; null when none has one. */
    public Topic topic() {
        Topic most = null;
        int rounds = 0;
        for (Round round : this.rounds) {
            int same = round.topic == null ? 0 : roundsOf(round.topic.code());
            if (same > rounds) {
                most = round.topic;
                rounds = same;
            }
        }
        return most;
    }

    private int roundsOf(String topic) {
        int count = 0;
        for (Round round : rounds) {
            count += round.topic != null && round.topic.code().equals(topic) ? 1 : 0;
        }
        return count;
    }

    /** Waits opened that day, in order. */
    public List<Wait> waits() {
        return waits;
    }

    /** Length of the day's first wait in milliseconds; {@link #NONE} when it was not answered or there is none. */
    public long firstResponseMillis() {
        if (waits.isEmpty() || waits.get(0).answeredAtMillis == NONE) {
            return NONE;
        }
        return waits.get(0).answeredAtMillis - waits.get(0).openedAtMillis;
    }

    /** Since when the buyer has been waiting for a person; {@link #NONE} when no wait of this day is open. */
    public long openSinceMillis() {
        Wait last = lastOf(waits);
        return last != null && last.isOpen() ? last.openedAtMillis : NONE;
    }

    /** Whether no later event can change this day, given that one of a later day is known. */
    boolean isSettled() {
        Round round = lastOf(rounds);
        Wait wait = lastOf(waits);
        return (round == null || !round.isOpen()) && (wait == null || !wait.isOpen()) && !awaitsFirstReply();
    }

    boolean isRated() {
        return rating != NO_RATING;
    }

    void rate(int score, String source, boolean returned) {
        rating = score;
        ratingSource = source;
        ratingReturned = returned;
    }

    /** A later rating counts instead. */
    void takeRatingBack() {
        rate(NO_RATING, null, false);
    }

    boolean awaitsFirstReply() {
        return firstReplyAtMillis == PENDING;
    }

    void awaitFirstReply() {
        firstReplyAtMillis = PENDING;
    }

    void asked(Round round) {
        if (firstQuestionAtMillis == NONE) {
            firstQuestionAtMillis = round.openedAtMillis;
            firstQuestionSecond = round.openedSecond;
            awaitFirstReply();
        }
    }

    static <T> T lastOf(List<T> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }
}
