package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.contacts.Contact;
import io.deskpulse.metrics.contacts.ContactPart;
import io.deskpulse.metrics.responsetime.ConversationCodec;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.Handover;
import io.deskpulse.metrics.responsetime.Message;
import io.deskpulse.metrics.responsetime.Recommendation;
import io.deskpulse.metrics.responsetime.Round;
import io.deskpulse.metrics.responsetime.Topic;
import io.deskpulse.metrics.responsetime.Wait;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;
import java.util.ArrayList;
import java.util.List;

/** Table {@code conversation_days}. */
public final class ConversationDayTable {
    /** What a conversation's day puts into it. */
    public static final FactTable<FactRow<DayFacts>> TABLE =
            FactTable.of("conversation_days", "conversation_id", day());

    /** How its rows travel. */
    public static final FactRowCodec<DayFacts> ROWS =
            new FactRowCodec<>(ConversationCodec::writeDay, ConversationCodec::readDay);

    /**
     * A change of who is responsible, and the wait during which it happened.
     *
     * @param waitNumber number of the wait within its day, from 1
     * @param handover the change
     */
    private record WaitHandover(int waitNumber, Handover handover) {}

    private ConversationDayTable() {}

    private static Columns<DayFacts> day() {
        return new Columns<DayFacts>()
                .day("day", DayFacts::epochDay)
                .text("buyer_id", DayFacts::buyerId)
                .constant("channel", DayFacts::channel)
                .instant("first_event_at", DayFacts::firstEventAtMillis)
                .instant("last_event_at", DayFacts::lastEventAtMillis)
                .bool("asked_for_human", DayFacts::askedForHuman)
                .int64OrNull("first_response_ms", DayFacts::firstResponseMillis)
                .uint32("transfers", DayFacts::transfers)
                .bool("handed_off", DayFacts::handedOff)
                .instantOrNull("closed_at", DayFacts::closedAtMillis)
                .word("closed_by", DayFacts::closedBy)
                .int8OrNull("rating", day -> day.rating() < 0 ? Columns.NONE : day.rating())
                .word("rating_source", DayFacts::ratingSource)
                .bool("rating_returned", DayFacts::isRatingReturned)
                .instantOrNull("open_since", DayFacts::openSinceMillis)
                .uint32("buyer_messages", DayFacts::buyerMessages)
                .uint32("human_messages", DayFacts::humanMessages)
                .uint32("bot_messages", DayFacts::botMessages)
                .uint32("stray_robot_messages", DayFacts::strayRobotMessages)
                .instantOrNull("last_reply_at", DayFacts::lastReplyAtMillis)
                .uint32("rating_invitations", DayFacts::ratingInvitations)
                .words("speaking_agents", DayFacts::speakingAgents)
                .instantOrNull("first_question_at", DayFacts::firstQuestionAtMillis)
                .uint32("first_question_second", DayFacts::firstQuestionSecond)
                .int64OrNull("first_reply_ms", ConversationDayTable::firstReplyMillis)
                .nested("rounds", DayFacts::rounds, round())
                .nested("waits", DayFacts::waits, someWait())
                .nested("handovers", ConversationDayTable::handovers, handover())
                .instants("buyer_contacts_at", DayFacts::buyerContactsAtMillis)
                .word("topic", day -> code(day.topic()))
                .word("topic_version", day -> version(day.topic()))
                .constant(
                        "topic_cause",
                        day -> day.topic() == null ? null : day.topic().cause())
                .instant("day_ends_at", DayFacts::endsAtMillis)
                .nested("contacts", day -> day.contacts().contacts(), contact())
                .nested("parts", day -> day.contacts().parts(), part())
                .word("buyer_tier", DayFacts::buyerTier)
                .bool("begins", DayFacts::begins)
                .nested("messages", DayFacts::messages, message())
                .nested("recommendations", DayFacts::recommendations, recommendation());
    }

    private static Columns<Message> message() {
        return new Columns<Message>().instant("sent_at", Message::atMillis).bool("by_buyer", Message::byBuyer);
    }

    private static Columns<Recommendation> recommendation() {
        return new Columns<Recommendation>()
                .instant("at", Recommendation::atMillis)
                .word("account", Recommendation::account)
                .text("sku_id", Recommendation::skuId);
    }

    private static Columns<Contact> contact() {
        return new Columns<Contact>()
                .instant("arrived_at", Contact::arrivedAtMillis)
                .instant("ends_at", Contact::endsAtMillis)
                .bool("closed", Contact::isClosed)
                .int64("handle_ms", Contact::handleMillis)
                .instantOrNull("asked_at", Contact::askedAtMillis)
                .instantOrNull("answered_at", Contact::answeredAtMillis);
    }

    private static Columns<ContactPart> part() {
        return new Columns<ContactPart>()
                .instant("contact_at", ContactPart::contactAtMillis)
                .instant("from_at", ContactPart::fromMillis)
                .instant("until_at", ContactPart::untilMillis)
                .word("account", ContactPart::account)
                .bool("ended", ContactPart::isEnded);
    }

    private static Columns<Round> round() {
        return new Columns<Round>()
                .instant("opened_at", Round::openedAtMillis)
                .uint32("opened_second", Round::openedSecond)
                .constant("handler", Round::handler)
                .word("account", Round::account)
                .instantOrNull("answered_at", Round::answeredAtMillis)
                .constant("reply_sender", Round::replySender)
                .constant("end_reason", Round::endReason)
                .bool("auto_replied", Round::autoReplied)
                .uint32("buyer_messages", Round::buyerMessages)
                .word("topic", round -> code(round.topic()))
                .word("topic_version", round -> version(round.topic()))
                .word(
                        "topic_sku_id",
                        round -> round.topic() == null ? null : round.topic().skuId());
    }

    private static Columns<Wait> someWait() {
        return new Columns<Wait>()
                .instant("opened_at", Wait::openedAtMillis)
                .instantOrNull("answered_at", Wait::answeredAtMillis)
                .day("answered_day", Wait::answeredDay)
                .word("answered_by", Wait::answeredBy)
                .instantOrNull("closed_at", Wait::closedAtMillis)
                .word("account", Wait::account);
    }

    private static Columns<WaitHandover> handover() {
        return new Columns<WaitHandover>()
                .uint32("wait", WaitHandover::waitNumber)
                .instant("at", at -> at.handover().atMillis())
                .word("account", at -> at.handover().account());
    }

    private static String code(Topic topic) {
        return topic == null ? null : topic.code();
    }

    private static String version(Topic topic) {
        return topic == null ? null : topic.version();
    }

    private static long firstReplyMillis(DayFacts day) {
        return day.firstReplyAtMillis() == DayFacts.NONE
                ? Columns.NONE
                : day.firstReplyAtMillis() - day.firstQuestionAtMillis();
    }

    private static List<WaitHandover> handovers(DayFacts day) {
        List<WaitHandover> handovers = new ArrayList<>(0);
        for (int i = 0; i < day.waits().size(); i++) {
            for (Handover handover : day.waits().get(i).handovers()) {
                handovers.add(new WaitHandover(i + 1, handover));
            }
        }
        return handovers;
    }
}
