package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.contacts.ContactCourse;
import io.deskpulse.metrics.responsetime.Round.EndReason;
import io.deskpulse.metrics.responsetime.Round.Handler;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.LocalDays;
import io.deskpulse.metrics.timeline.ShopZones;
import java.util.function.Consumer;

/**
 * Rounds, waits and daily counts of a conversation, from its events in order (docs/metrics.md).
 *
 * <p>The state advances in O(1) per event. Not thread-safe: it remembers the calendar day last looked at.
 */
public final class ResponseTimeDerivation implements Derivation<ConversationEvent, ConversationState, DayFacts> {
    private final ShopZones zones;
    private final ContactReader contacts;

    /**
     * Facts by the calendar of each shop.
     *
     * @param idleMillis how long after its last event a contact by chat ends by itself
     */
    public ResponseTimeDerivation(ShopZones zones, long idleMillis) {
        this.zones = zones;
        this.contacts = new ContactReader(idleMillis);
    }

    /** The same of contacts that end half an hour after their last event. */
    public ResponseTimeDerivation(ShopZones zones) {
        this(zones, ContactCourse.IDLE.toMillis());
    }

    @Override
    public EventForm<ConversationEvent> events() {
        return ConversationEventForm.INSTANCE;
    }

    @Override
    public ConversationState start() {
        return new ConversationState();
    }

    @Override
    public boolean atRest(ConversationState state) {
        return state.openRound() == null && state.openWait() == null;
    }

    @Override
    public void live(ConversationState state, Consumer<DayFacts> rows) {
        state.days.forEach(rows);
    }

    @Override
    public void advance(ConversationState state, ConversationEvent event, Consumer<DayFacts> finished) {
        LocalDays days = zones.of(event.shopId());
        boolean waiting = state.openWait() != null;
        DayFacts day = dayOf(state, event, days.epochDay(event.timeMillis()), finished);
        day.endsAtMillis = days.endOfDay(event.timeMillis());
        day.lastEventAtMillis = event.timeMillis();
        day.buyerTier = event.buyerTier() == null ? day.buyerTier : event.buyerTier();
        Step step = new Step(state, day, event, days);
        switch (event.kind()) {
            case MESSAGE_SENT -> step.message();
            case OPENED_AT_ROBOT -> step.opened(true, null);
            case OPENED_IN_QUEUE -> step.opened(false, null);
            case OPENED_AT_ACCOUNT -> step.opened(false, event.account());
            case BOT_HANDED_OFF -> step.handedOff();
            case AGENT_ASSIGNED -> step.assigned();
            case TRANSFERRED -> step.transferred();
            case CLOSED -> step.closed();
            case RATING_INVITED -> step.invited();
            case RATED -> step.rated();
            case RECOMMENDED -> step.recommended();
            case OTHER -> {}
        }
        day.askedForHuman |= !state.withRobot;
        Wait wait = state.openWait();
        if (wait != null) {
            wait.ownedBy(state.account, event.timeMillis());
        }
        contacts.read(state, day, event, waiting);
    }

    private static DayFacts dayOf(
            ConversationState state, ConversationEvent event, int epochDay, Consumer<DayFacts> finished) {
        DayFacts last = DayFacts.lastOf(state.days);
        if (last != null && last.epochDay == epochDay) {
            return last;
        }
        state.days.removeIf(day -> {
            boolean over = state.isOver(day, event.timeMillis());
            if (over) {
                finished.accept(day);
            }
            return over;
        });
        DayFacts day = new DayFacts(epochDay, event.timeMillis());
        day.buyerId = event.buyerId();
        day.channel = event.channel();
        day.begins = !state.begun;
        state.begun = true;
        state.days.add(day);
        return day;
    }

    /** One event's effect on the state. */
    private record Step(ConversationState state, DayFacts day, ConversationEvent event, LocalDays days) {

        void opened(boolean atRobot, String account) {
            state.withRobot = atRobot;
            state.robotOpened |= atRobot;
            state.account = account;
        }

        void message() {
            Sender sender = event.sender();
            boolean byBuyer = sender == Sender.BUYER;
            if (byBuyer || sender.isPlatformValid() || sender == Sender.BOT_AUTO) {
                day.messages.add(new Message(event.timeMillis(), byBuyer));
            }
            if (byBuyer) {
                asked();
            } else if (sender.isPlatformValid()) {
                replied(sender);
            } else if (sender == Sender.BOT_AUTO) {
                autoReplied();
            }
        }

        /** Rule 1, and the opening of a wait. */
        private void asked() {
            day.buyerMessages++;
            day.buyerContactsAtMillis.add(event.timeMillis());
            Round round = state.openRound();
            if (round == null) {
                round = open(state.withRobot ? Handler.BOT : Handler.HUMAN, state.account);
            }
            round.buyerMessages++;
            round.topic = round.topic == null ? event.topic() : round.topic;
            if (!state.withRobot) {
                openWait();
            }
        }

        /** Rule 2, and the end of a wait. */
        private void replied(Sender sender) {
            String account = event.account() == null ? state.account : event.account();
            Round round = state.openRound();
            if (round != null && round.handler == Handler.HUMAN) {
                round.answeredAtMillis = event.timeMillis();
                round.replySender = sender;
                round.account = account;
            } else if (round != null) {
                round.endReason = EndReason.HANDED_OFF;
            }
            settleFirstQuestions(event.timeMillis());
            day.lastReplyAtMillis = event.timeMillis();
            if (sender.isHumanValid()) {
                day.humanMessages++;
                Wait wait = state.openWait();
                if (wait != null) {
                    wait.answeredAtMillis = event.timeMillis();
                    wait.answeredDay = day.epochDay;
                    wait.answeredBy = account;
                }
            } else {
                day.botMessages++;
            }
            if (account != null && !day.speakingAgents.contains(account)) {
                day.speakingAgents.add(account);
            }
            state.account = account;
            state.withRobot = false;
        }

        /** Rule 3. */
        private void autoReplied() {
            day.botMessages++;
            if (!state.robotOpened) {
                day.strayRobotMessages++;
            }
            Round round = state.openRound();
            if (round != null && round.handler == Handler.BOT) {
                round.answeredAtMillis = event.timeMillis();
                round.replySender = Sender.BOT_AUTO;
            } else if (round != null) {
                round.autoReplied = true;
            }
        }

        /** Rule 4, first half: the buyer asks for a person and stands in the queue. */
        void handedOff() {
            day.handedOff = true;
            day.buyerContactsAtMillis.add(event.timeMillis());
            endBotRound();
            state.withRobot = false;
            if (state.openRound() == null) {
                state.account = null;
                open(Handler.HUMAN, null);
            }
            openWait();
        }

        /** Rule 4, second half: an account becomes responsible. */
        void assigned() {
            boolean askedTheRobot = endBotRound();
            state.withRobot = false;
            state.account = event.account();
            Round round = state.openRound();
            if (askedTheRobot) {
                open(Handler.HUMAN, event.account());
                openWait();
            } else if (round != null && round.account == null) {
                round.account = event.account();
            }
        }

        /** Rule 5: the new account is judged from the buyer's next question on; the wait goes on. */
        void transferred() {
            day.transfers++;
            Round round = state.openRound();
            if (round != null) {
                round.endReason = EndReason.TRANSFERRED;
                round.account = event.account();
            }
            state.withRobot = false;
            state.account = event.toAccount();
        }

        /** Rule 6. */
        void closed() {
            Round round = state.openRound();
            if (round != null) {
                round.endReason = EndReason.CLOSED;
            }
            Wait wait = state.openWait();
            if (wait != null) {
                wait.closedAtMillis = event.timeMillis();
            }
            state.account = null;
            day.closedAtMillis = event.timeMillis();
            day.closedBy = event.label();
        }

        void recommended() {
            day.recommendations.add(new Recommendation(event.timeMillis(), event.account(), event.label()));
        }

        void invited() {
            day.ratingInvitations++;
            state.invitedAtMillis = event.timeMillis();
            state.invitedDay = day.epochDay;
        }

        /** The last rating counts and takes back every earlier one; it belongs to the day of the invitation that it answers. */
        void rated() {
            DayFacts invited = state.invitationAnsweredAt(event.timeMillis());
            for (DayFacts earlier : state.days) {
                earlier.takeRatingBack();
            }
            (invited == null ? day : invited).rate(event.score(), event.label(), invited != null);
        }

        private void settleFirstQuestions(long replyAtMillis) {
            for (DayFacts asked : state.days) {
                if (asked.awaitsFirstReply()) {
                    asked.firstReplyAtMillis = replyAtMillis;
                }
            }
        }

        private boolean endBotRound() {
            Round round = state.openRound();
            boolean isBot = round != null && round.handler == Handler.BOT;
            if (isBot) {
                round.endReason = EndReason.HANDED_OFF;
            }
            return isBot;
        }

        private Round open(Handler handler, String account) {
            Round round = new Round(event.timeMillis(), days.secondOfDay(event.timeMillis()), handler, account);
            day.rounds.add(round);
            if (handler == Handler.HUMAN) {
                day.asked(round);
            }
            return round;
        }

        private void openWait() {
            if (state.openWait() == null) {
                day.waits.add(new Wait(event.timeMillis(), state.account));
            }
        }
    }
}
