package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.ReleasedInput;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.Round.EndReason;
import io.deskpulse.metrics.responsetime.Round.Handler;
import io.deskpulse.metrics.timeline.ReleasedForm;
import java.io.DataInput;
import java.io.IOException;

/** Conversations as releases wrote them before there were tags. */
enum ReleasedConversationForm implements ReleasedForm<ConversationState> {
    /** Nothing told when the buyer turned to the shop. */
    WITHOUT_CONTACTS(1) {
        @Override
        public Restored<ConversationState> read(DataInput in) throws IOException {
            return new Restored<>(readState(new ReleasedInput(in)), 0);
        }
    },
    /** Contacts came behind the rest, and a flag in front of it where they could not be told. */
    WITH_CONTACTS(2) {
        @Override
        public Restored<ConversationState> read(DataInput in) throws IOException {
            boolean lacksContacts = in.readBoolean();
            ConversationState state = readState(new ReleasedInput(in));
            for (DayFacts day : state.days) {
                readContacts(day, in);
            }
            return new Restored<>(state, lacksContacts ? 0 : ConversationStateForm.WITH_CONTACTS);
        }
    };

    private static final Kind[] KINDS = Kind.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final Sender[] SENDERS = Sender.values();
    private static final Handler[] HANDLERS = Handler.values();
    private static final EndReason[] END_REASONS = EndReason.values();

    private final FormId id;

    ReleasedConversationForm(int number) {
        id = new FormId(ConversationStateForm.NAME, number);
    }

    @Override
    public FormId id() {
        return id;
    }

    static ConversationEvent readEvent(String shopId, String conversationId, String expectedBuyerId, DataInput bytes)
            throws IOException {
        ReleasedInput in = new ReleasedInput(bytes);
        long timeMillis = bytes.readLong();
        String eventId = bytes.readUTF();
        Kind kind = in.constant(KINDS);
        Channel channel = in.constant(CHANNELS);
        String buyerId = bytes.readBoolean() ? expectedBuyerId : bytes.readUTF();
        return new ConversationEvent(
                shopId,
                conversationId,
                eventId,
                timeMillis,
                kind,
                buyerId,
                channel,
                in.constant(SENDERS),
                in.text(),
                in.text(),
                in.text(),
                bytes.readByte(),
                null,
                null);
    }

    private static ConversationState readState(ReleasedInput in) throws IOException {
        ConversationState state = new ConversationState();
        state.withRobot = in.in().readBoolean();
        state.account = in.text();
        for (int left = in.in().readUnsignedShort(); left > 0; left--) {
            state.days.add(readDay(in));
        }
        return state;
    }

    private static DayFacts readDay(ReleasedInput values) throws IOException {
        DataInput in = values.in();
        DayFacts day = new DayFacts(in.readInt(), in.readLong());
        day.lastEventAtMillis = in.readLong();
        day.buyerId = in.readUTF();
        day.channel = values.constant(CHANNELS);
        int flags = in.readByte();
        day.askedForHuman = (flags & 1) != 0;
        day.handedOff = (flags & 2) != 0;
        day.transfers = in.readInt();
        day.buyerMessages = in.readInt();
        day.humanMessages = in.readInt();
        day.botMessages = in.readInt();
        day.ratingInvitations = in.readInt();
        day.rating = in.readByte();
        day.ratingSource = values.text();
        day.closedAtMillis = in.readLong();
        day.closedBy = values.text();
        day.firstQuestionAtMillis = in.readLong();
        day.firstQuestionSecond = in.readInt();
        day.firstReplyAtMillis = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            day.speakingAgents.add(in.readUTF());
        }
        for (int left = in.readInt(); left > 0; left--) {
            day.rounds.add(readRound(values));
        }
        for (int left = in.readInt(); left > 0; left--) {
            day.waits.add(readWait(values));
        }
        return day;
    }

    private static void readContacts(DayFacts day, DataInput in) throws IOException {
        long before = day.firstEventAtMillis;
        for (int left = in.readInt(); left > 0; left--) {
            before += in.readInt();
            day.buyerContactsAtMillis.add(before);
        }
    }

    private static Round readRound(ReleasedInput values) throws IOException {
        DataInput in = values.in();
        Round round = new Round(in.readLong(), in.readInt(), values.constant(HANDLERS), values.text());
        round.buyerMessages = in.readInt();
        round.autoReplied = in.readBoolean();
        round.answeredAtMillis = in.readLong();
        round.replySender = values.constant(SENDERS);
        round.endReason = values.constant(END_REASONS);
        return round;
    }

    private static Wait readWait(ReleasedInput values) throws IOException {
        DataInput in = values.in();
        Wait wait = new Wait(in.readLong(), values.text());
        wait.answeredAtMillis = in.readLong();
        wait.answeredDay = in.readInt();
        wait.answeredBy = values.text();
        wait.closedAtMillis = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            wait.handovers.add(new Handover(in.readLong(), values.text()));
        }
        return wait;
    }
}
