package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.Handover;
import io.deskpulse.metrics.responsetime.Round;
import io.deskpulse.metrics.responsetime.Wait;
import io.deskpulse.streaming.sinks.RowStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes {@link ConversationDay}s to table {@code conversation_days}. */
public final class ConversationDayStatement implements RowStatement<ConversationDay> {
    private static final String NOBODY = "";

    @Override
    public String table() {
        return "conversation_days";
    }

    @Override
    public Object[] values(ConversationDay row) {
        DayFacts day = row.facts();
        return new Object[] {
            row.shopId(),
            LocalDate.ofEpochDay(day.epochDay()),
            row.conversationId(),
            row.version(),
            day.buyerId(),
            day.channel().name(),
            Instant.ofEpochMilli(day.firstEventAtMillis()),
            Instant.ofEpochMilli(day.lastEventAtMillis()),
            day.askedForHuman(),
            day.firstResponseMillis() == DayFacts.NONE ? null : day.firstResponseMillis(),
            day.transfers(),
            day.handedOff(),
            instant(day.closedAtMillis()),
            orNobody(day.closedBy()),
            day.rating() < 0 ? null : day.rating(),
            orNobody(day.ratingSource()),
            instant(day.openSinceMillis()),
            day.buyerMessages(),
            day.humanMessages(),
            day.botMessages(),
            day.ratingInvitations(),
            List.copyOf(day.speakingAgents()),
            instant(day.firstQuestionAtMillis()),
            day.firstQuestionSecond(),
            day.firstReplyAtMillis() == DayFacts.NONE ? null : day.firstReplyAtMillis() - day.firstQuestionAtMillis(),
            column(day.rounds(), round -> instant(round.openedAtMillis())),
            column(day.rounds(), Round::openedSecond),
            column(day.rounds(), round -> round.handler().name()),
            column(day.rounds(), round -> orNobody(round.account())),
            column(day.rounds(), round -> instant(round.answeredAtMillis())),
            column(day.rounds(), round -> name(round.replySender())),
            column(day.rounds(), round -> name(round.endReason())),
            column(day.rounds(), Round::autoReplied),
            column(day.rounds(), Round::buyerMessages),
            column(day.waits(), wait -> instant(wait.openedAtMillis())),
            column(day.waits(), wait -> instant(wait.answeredAtMillis())),
            column(day.waits(), wait -> LocalDate.ofEpochDay(wait.answeredDay())),
            column(day.waits(), wait -> orNobody(wait.answeredBy())),
            column(day.waits(), wait -> instant(wait.closedAtMillis())),
            column(day.waits(), wait -> orNobody(wait.account())),
            handovers(day.waits(), (wait, handover) -> wait),
            handovers(day.waits(), (wait, handover) -> instant(handover.atMillis())),
            handovers(day.waits(), (wait, handover) -> orNobody(handover.account())),
            column(day.buyerContactsAtMillis(), Instant::ofEpochMilli)
        };
    }

    private static <T> List<Object> column(List<T> elements, Function<T, Object> value) {
        List<Object> column = new ArrayList<>(elements.size());
        for (T element : elements) {
            column.add(value.apply(element));
        }
        return column;
    }

    /** One value for each handover of the day: of the number of its wait, counted from 1, and itself. */
    private static List<Object> handovers(List<Wait> waits, BiFunction<Integer, Handover, Object> value) {
        List<Object> column = new ArrayList<>(0);
        for (int i = 0; i < waits.size(); i++) {
            for (Handover handover : waits.get(i).handovers()) {
                column.add(value.apply(i + 1, handover));
            }
        }
        return column;
    }

    private static Instant instant(long millis) {
        return millis == DayFacts.NONE ? null : Instant.ofEpochMilli(millis);
    }

    private static String orNobody(String text) {
        return text == null ? NOBODY : text;
    }

    private static String name(Enum<?> constant) {
        return constant == null ? NOBODY : constant.name();
    }
}
