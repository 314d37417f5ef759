package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.contacts.ContactForm;
import java.io.IOException;

/** Binary form of a conversation's day; its instants are counted from its first event on. */
final class DayForm {
    private static final Channel[] CHANNELS = Channel.values();
    private static final int NO_RATING = -1;

    private static final int EPOCH_DAY = 1;
    private static final int FIRST_EVENT = 2;
    private static final int LAST_EVENT = 3;
    private static final int BUYER = 4;
    private static final int CHANNEL = 5;
    private static final int ASKED_FOR_HUMAN = 6;
    private static final int HANDED_OFF = 7;
    private static final int TRANSFERS = 8;
    private static final int BUYER_MESSAGES = 9;
    private static final int HUMAN_MESSAGES = 10;
    private static final int BOT_MESSAGES = 11;
    private static final int INVITATIONS = 12;
    private static final int RATING = 13;
    private static final int RATING_SOURCE = 14;
    private static final int CLOSED = 15;
    private static final int CLOSED_BY = 16;
    private static final int FIRST_QUESTION = 17;
    private static final int FIRST_QUESTION_SECOND = 18;
    private static final int AWAITS_FIRST_REPLY = 19;
    private static final int FIRST_REPLY = 20;
    private static final int SPEAKING_AGENT = 21;
    private static final int ROUND = 22;
    private static final int WAIT = 23;
    private static final int CONTACT = 24;
    private static final int RATING_RETURNED = 25;
    private static final int STRAY_ROBOT_MESSAGES = 26;
    private static final int LAST_REPLY = 27;
    private static final int DAY_END = 28;
    private static final int CONTACTS_WITH_PEOPLE = 29;
    private static final int BUYER_TIER = 30;
    private static final int MESSAGE_OF_BUYER = 31;
    private static final int MESSAGE_OF_SHOP = 32;
    private static final int RECOMMENDATION = 33;
    private static final int BEGINS = 34;

    private static final int RECOMMENDED = 1;
    private static final int RECOMMENDED_BY = 2;
    private static final int RECOMMENDED_SKU = 3;

    private DayForm() {}

    static void write(DayFacts day, FormWriter out) {
        long since = day.firstEventAtMillis;
        out.number(EPOCH_DAY, day.epochDay);
        out.number(FIRST_EVENT, since);
        out.signed(LAST_EVENT, day.lastEventAtMillis - since);
        out.instant(DAY_END, day.endsAtMillis, since, DayFacts.NONE);
        out.name(BUYER, day.buyerId);
        out.name(BUYER_TIER, day.buyerTier);
        out.flag(BEGINS, day.begins);
        out.constant(CHANNEL, day.channel, Channel.CHAT);
        out.flag(ASKED_FOR_HUMAN, day.askedForHuman);
        out.flag(HANDED_OFF, day.handedOff);
        out.number(TRANSFERS, day.transfers);
        out.number(BUYER_MESSAGES, day.buyerMessages);
        out.number(HUMAN_MESSAGES, day.humanMessages);
        out.number(BOT_MESSAGES, day.botMessages);
        out.number(STRAY_ROBOT_MESSAGES, day.strayRobotMessages);
        out.instant(LAST_REPLY, day.lastReplyAtMillis, since, DayFacts.NONE);
        out.number(INVITATIONS, day.ratingInvitations);
        out.number(RATING, day.rating - NO_RATING);
        out.name(RATING_SOURCE, day.ratingSource);
        out.flag(RATING_RETURNED, day.ratingReturned);
        out.instant(CLOSED, day.closedAtMillis, since, DayFacts.NONE);
        out.name(CLOSED_BY, day.closedBy);
        out.instant(FIRST_QUESTION, day.firstQuestionAtMillis, since, DayFacts.NONE);
        out.number(FIRST_QUESTION_SECOND, day.firstQuestionSecond);
        out.flag(AWAITS_FIRST_REPLY, day.awaitsFirstReply());
        out.instant(FIRST_REPLY, day.firstReplyAtMillis(), since, DayFacts.NONE);
        writeLists(day, out);
    }

    private static void writeLists(DayFacts day, FormWriter out) {
        for (String agent : day.speakingAgents) {
            out.name(SPEAKING_AGENT, agent);
        }
        for (Round round : day.rounds) {
            out.group(ROUND);
            RoundForm.write(round, day.firstEventAtMillis, out);
            out.end();
        }
        for (Wait wait : day.waits) {
            out.group(WAIT);
            WaitForm.write(wait, day, out);
            out.end();
        }
        long before = day.firstEventAtMillis;
        for (long atMillis : day.buyerContactsAtMillis) {
            out.instant(CONTACT, atMillis, before, DayFacts.NONE);
            before = atMillis;
        }
        out.group(CONTACTS_WITH_PEOPLE);
        ContactForm.write(day.contacts, day.firstEventAtMillis, out);
        out.endUnlessEmpty();
        writeSaid(day, out);
    }

    private static void writeSaid(DayFacts day, FormWriter out) {
        long before = day.firstEventAtMillis;
        for (Message message : day.messages) {
            out.instant(
                    message.byBuyer() ? MESSAGE_OF_BUYER : MESSAGE_OF_SHOP, message.atMillis(), before, DayFacts.NONE);
            before = message.atMillis();
        }
        for (Recommendation recommendation : day.recommendations) {
            out.group(RECOMMENDATION);
            out.signed(RECOMMENDED, recommendation.atMillis() - day.firstEventAtMillis);
            out.name(RECOMMENDED_BY, recommendation.account());
            out.text(RECOMMENDED_SKU, recommendation.skuId());
            out.end();
        }
    }

    private static Recommendation readRecommendation(long sinceMillis, FormReader in) throws IOException {
        long atMillis = sinceMillis;
        String account = null;
        String skuId = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case RECOMMENDED -> atMillis = sinceMillis + in.signed();
                case RECOMMENDED_BY -> account = in.name();
                case RECOMMENDED_SKU -> skuId = in.text();
                default -> {}
            }
        }
        return new Recommendation(atMillis, account, skuId);
    }

    private static Message readMessage(DayFacts day, FormReader in, boolean byBuyer) throws IOException {
        Message before = DayFacts.lastOf(day.messages);
        return new Message(in.instant(before == null ? day.firstEventAtMillis : before.atMillis()), byBuyer);
    }

    static DayFacts read(FormReader in) throws IOException {
        DayFacts day = new DayFacts(0, 0);
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            long since = day.firstEventAtMillis;
            switch (tag) {
                case EPOCH_DAY -> day.epochDay = in.count();
                case FIRST_EVENT -> {
                    day.firstEventAtMillis = in.number();
                    day.lastEventAtMillis = day.firstEventAtMillis;
                }
                case LAST_EVENT -> day.lastEventAtMillis = since + in.signed();
                case DAY_END -> day.endsAtMillis = in.instant(since);
                case BUYER -> day.buyerId = in.name();
                case BEGINS -> day.begins = in.flag();
                case BUYER_TIER -> day.buyerTier = in.name();
                case CHANNEL -> day.channel = in.constant(CHANNELS);
                case ASKED_FOR_HUMAN -> day.askedForHuman = in.flag();
                case HANDED_OFF -> day.handedOff = in.flag();
                case TRANSFERS -> day.transfers = in.count();
                case BUYER_MESSAGES -> day.buyerMessages = in.count();
                case HUMAN_MESSAGES -> day.humanMessages = in.count();
                case BOT_MESSAGES -> day.botMessages = in.count();
                case STRAY_ROBOT_MESSAGES -> day.strayRobotMessages = in.count();
                case LAST_REPLY -> day.lastReplyAtMillis = in.instant(since);
                case INVITATIONS -> day.ratingInvitations = in.count();
                case RATING -> day.rating = in.count() + NO_RATING;
                case RATING_SOURCE -> day.ratingSource = in.name();
                case RATING_RETURNED -> day.ratingReturned = in.flag();
                case CLOSED -> day.closedAtMillis = in.instant(since);
                case CLOSED_BY -> day.closedBy = in.name();
                case FIRST_QUESTION -> day.firstQuestionAtMillis = in.instant(since);
                case FIRST_QUESTION_SECOND -> day.firstQuestionSecond = in.count();
                case AWAITS_FIRST_REPLY -> day.awaitFirstReply();
                case FIRST_REPLY -> day.firstReplyAtMillis = in.instant(since);
                default -> readElement(day, tag, in);
            }
        }
        return day;
    }

    private static void readElement(DayFacts day, int tag, FormReader in) throws IOException {
        switch (tag) {
            case SPEAKING_AGENT -> day.speakingAgents.add(in.name());
            case ROUND -> {
                in.group();
                day.rounds.add(RoundForm.read(day.firstEventAtMillis, in));
            }
            case WAIT -> {
                in.group();
                day.waits.add(WaitForm.read(day, in));
            }
            case CONTACT -> {
                Long before = DayFacts.lastOf(day.buyerContactsAtMillis);
                day.buyerContactsAtMillis.add(in.instant(before == null ? day.firstEventAtMillis : before));
            }
            case CONTACTS_WITH_PEOPLE -> {
                in.group();
                ContactForm.read(day.contacts, day.firstEventAtMillis, in);
            }
            case MESSAGE_OF_BUYER -> day.messages.add(readMessage(day, in, true));
            case MESSAGE_OF_SHOP -> day.messages.add(readMessage(day, in, false));
            case RECOMMENDATION -> {
                in.group();
                day.recommendations.add(readRecommendation(day.firstEventAtMillis, in));
            }
            default -> {}
        }
    }
}
