package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.Round.EndReason;
import io.deskpulse.metrics.responsetime.Round.Handler;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Compact binary form of conversation events, states and days: what travels between operators and lies in keyed state.
 *
 * <p>Enums are written by ordinal, so constants are only ever added at the end. A null string is written as the empty one,
 * which no event carries.
 */
public final class ConversationCodec {
    private static final Kind[] KINDS = Kind.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final Sender[] SENDERS = Sender.values();
    private static final Handler[] HANDLERS = Handler.values();
    private static final EndReason[] END_REASONS = EndReason.values();

    private ConversationCodec() {}

    /**
     * Writes an event without its key, leaving out the buyer where it is the expected one.
     *
     * @param expectedBuyerId what the reader knows already; empty when it knows nothing
     */
    public static void writeEvent(ConversationEvent event, String expectedBuyerId, DataOutput out) throws IOException {
        out.writeLong(event.timeMillis());
        out.writeUTF(event.eventId());
        out.writeByte(event.kind().ordinal());
        out.writeByte(event.channel().ordinal());
        boolean sameBuyer = event.buyerId().equals(expectedBuyerId);
        out.writeBoolean(sameBuyer);
        if (!sameBuyer) {
            out.writeUTF(event.buyerId());
        }
        writeEnum(event.sender(), out);
        writeString(event.account(), out);
        writeString(event.toAccount(), out);
        writeString(event.label(), out);
        out.writeByte(event.score());
    }

    /** Reads what {@link #writeEvent} wrote, for the conversation it belongs to. */
    public static ConversationEvent readEvent(
            String shopId, String conversationId, String expectedBuyerId, DataInput in) throws IOException {
        long timeMillis = in.readLong();
        String eventId = in.readUTF();
        Kind kind = KINDS[in.readByte()];
        Channel channel = CHANNELS[in.readByte()];
        String buyerId = in.readBoolean() ? expectedBuyerId : in.readUTF();
        return new ConversationEvent(
                shopId,
                conversationId,
                eventId,
                timeMillis,
                kind,
                buyerId,
                channel,
                readEnum(SENDERS, in),
                readString(in),
                readString(in),
                readString(in),
                in.readByte());
    }

    /** Writes the automaton's state. */
    public static void writeState(ConversationState state, DataOutput out) throws IOException {
        out.writeBoolean(state.lacksContacts);
        writeStateWithoutContacts(state, out);
        for (DayFacts day : state.days) {
            writeContacts(day, out);
        }
    }

    /** Reads what {@link #writeState} wrote. */
    public static ConversationState readState(DataInput in) throws IOException {
        boolean lacksContacts = in.readBoolean();
        ConversationState state = readStateWithoutContacts(in);
        state.lacksContacts = lacksContacts;
        for (DayFacts day : state.days) {
            readContacts(day, in);
        }
        return state;
    }

    /** Writes the automaton's state in the form that did not tell when the buyer turned to the shop. */
    public static void writeStateWithoutContacts(ConversationState state, DataOutput out) throws IOException {
        out.writeBoolean(state.withRobot);
        writeString(state.account, out);
        out.writeShort(state.days.size());
        for (DayFacts day : state.days) {
            writeDayWithoutContacts(day, out);
        }
    }

    /** Reads what {@link #writeStateWithoutContacts} wrote; the state says that it is incomplete. */
    public static ConversationState readStateWithoutContacts(DataInput in) throws IOException {
        ConversationState state = new ConversationState();
        state.lacksContacts = true;
        state.withRobot = in.readBoolean();
        state.account = readString(in);
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            state.days.add(readDayWithoutContacts(in));
        }
        return state;
    }

    /** Writes one day with its rounds, waits and contacts. */
    public static void writeDay(DayFacts day, DataOutput out) throws IOException {
        writeDayWithoutContacts(day, out);
        writeContacts(day, out);
    }

    /** Reads what {@link #writeDay} wrote. */
    public static DayFacts readDay(DataInput in) throws IOException {
        DayFacts day = readDayWithoutContacts(in);
        readContacts(day, in);
        return day;
    }

    private static void writeDayWithoutContacts(DayFacts day, DataOutput out) throws IOException {
        out.writeInt(day.epochDay);
        out.writeLong(day.firstEventAtMillis);
        out.writeLong(day.lastEventAtMillis);
        out.writeUTF(day.buyerId);
        out.writeByte(day.channel.ordinal());
        out.writeByte((day.askedForHuman ? 1 : 0) | (day.handedOff ? 2 : 0));
        out.writeInt(day.transfers);
        out.writeInt(day.buyerMessages);
        out.writeInt(day.humanMessages);
        out.writeInt(day.botMessages);
        out.writeInt(day.ratingInvitations);
        out.writeByte(day.rating);
        writeString(day.ratingSource, out);
        out.writeLong(day.closedAtMillis);
        writeString(day.closedBy, out);
        out.writeLong(day.firstQuestionAtMillis);
        out.writeInt(day.firstQuestionSecond);
        out.writeLong(day.firstReplyAtMillis);
        writeStrings(day.speakingAgents, out);
        out.writeInt(day.rounds.size());
        for (Round round : day.rounds) {
            writeRound(round, out);
        }
        out.writeInt(day.waits.size());
        for (Wait wait : day.waits) {
            writeWait(wait, out);
        }
    }

    private static DayFacts readDayWithoutContacts(DataInput in) throws IOException {
        DayFacts day = new DayFacts(in.readInt(), in.readLong());
        day.lastEventAtMillis = in.readLong();
        day.buyerId = in.readUTF();
        day.channel = CHANNELS[in.readByte()];
        int flags = in.readByte();
        day.askedForHuman = (flags & 1) != 0;
        day.handedOff = (flags & 2) != 0;
        day.transfers = in.readInt();
        day.buyerMessages = in.readInt();
        day.humanMessages = in.readInt();
        day.botMessages = in.readInt();
        day.ratingInvitations = in.readInt();
        day.rating = in.readByte();
        day.ratingSource = readString(in);
        day.closedAtMillis = in.readLong();
        day.closedBy = readString(in);
        day.firstQuestionAtMillis = in.readLong();
        day.firstQuestionSecond = in.readInt();
        day.firstReplyAtMillis = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            day.speakingAgents.add(in.readUTF());
        }
        for (int left = in.readInt(); left > 0; left--) {
            day.rounds.add(readRound(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            day.waits.add(readWait(in));
        }
        return day;
    }

    /** As milliseconds since the one before, the first since the day's first event: a day fits into four bytes. */
    private static void writeContacts(DayFacts day, DataOutput out) throws IOException {
        out.writeInt(day.buyerContactsAtMillis.size());
        long before = day.firstEventAtMillis;
        for (long atMillis : day.buyerContactsAtMillis) {
            out.writeInt((int) (atMillis - before));
            before = atMillis;
        }
    }

    private static void readContacts(DayFacts day, DataInput in) throws IOException {
        long before = day.firstEventAtMillis;
        for (int left = in.readInt(); left > 0; left--) {
            before += in.readInt();
            day.buyerContactsAtMillis.add(before);
        }
    }

    private static void writeRound(Round round, DataOutput out) throws IOException {
        out.writeLong(round.openedAtMillis);
        out.writeInt(round.openedSecond);
        out.writeByte(round.handler.ordinal());
        writeString(round.account, out);
        out.writeInt(round.buyerMessages);
        out.writeBoolean(round.autoReplied);
        out.writeLong(round.answeredAtMillis);
        writeEnum(round.replySender, out);
        writeEnum(round.endReason, out);
    }

    private static Round readRound(DataInput in) throws IOException {
        Round round = new Round(in.readLong(), in.readInt(), HANDLERS[in.readByte()], readString(in));
        round.buyerMessages = in.readInt();
        round.autoReplied = in.readBoolean();
        round.answeredAtMillis = in.readLong();
        round.replySender = readEnum(SENDERS, in);
        round.endReason = readEnum(END_REASONS, in);
        return round;
    }

    private static void writeWait(Wait wait, DataOutput out) throws IOException {
        out.writeLong(wait.openedAtMillis);
        writeString(wait.account, out);
        out.writeLong(wait.answeredAtMillis);
        out.writeInt(wait.answeredDay);
        writeString(wait.answeredBy, out);
        out.writeLong(wait.closedAtMillis);
        out.writeInt(wait.handovers.size());
        for (Handover handover : wait.handovers) {
            out.writeLong(handover.atMillis());
            writeString(handover.account(), out);
        }
    }

    private static Wait readWait(DataInput in) throws IOException {
        Wait wait = new Wait(in.readLong(), readString(in));
        wait.answeredAtMillis = in.readLong();
        wait.answeredDay = in.readInt();
        wait.answeredBy = readString(in);
        wait.closedAtMillis = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            wait.handovers.add(new Handover(in.readLong(), readString(in)));
        }
        return wait;
    }

    private static void writeStrings(List<String> strings, DataOutput out) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            out.writeUTF(string);
        }
    }

    private static void writeString(String string, DataOutput out) throws IOException {
        out.writeUTF(string == null ? "" : string);
    }

    private static String readString(DataInput in) throws IOException {
        String string = in.readUTF();
        return string.isEmpty() ? null : string;
    }

    private static void writeEnum(Enum<?> constant, DataOutput out) throws IOException {
        out.writeByte(constant == null ? -1 : constant.ordinal());
    }

    private static <T extends Enum<T>> T readEnum(T[] constants, DataInput in) throws IOException {
        int ordinal = in.readByte();
        return ordinal < 0 ? null : constants[ordinal];
    }
}
