package io.deskpulse.metrics.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.timeline.Retention;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rating of a conversation counts, and on which day. */
class RatingTest {

    @Test
    void aLaterRatingTakesBackTheOneOfTheDayBefore() {
        List<DayFacts> days = new Chat()
                .ask("20:58:00")
                .reply("20:58:20", "a")
                .rate("21:05:00", 4, "VOLUNTARY")
                .on("2026-11-12")
                .rate("09:00:00", 1, "VOLUNTARY")
                .days();

        assertThat(days).extracting(DayFacts::rating).containsExactly(-1, 1);
        assertThat(days.get(0).ratingSource()).isNull();
    }

    @Test
    void anAnswerAfterMidnightCountsOnTheDayOfItsInvitation() {
        List<DayFacts> days = new Chat()
                .event("23:50:00", Kind.RATING_INVITED, null)
                .on("2026-11-12")
                .rate("00:10:00", 0, "INVITED")
                .days();

        assertThat(days).extracting(DayFacts::rating).containsExactly(0, -1);
        assertThat(days.get(0).isRatingReturned()).isTrue();
    }

    @Test
    void aRatingBeforeTheInvitationOfItsDayAnswersNone() {
        DayFacts day = new Chat()
                .rate("10:00:00", 2, "VOLUNTARY")
                .event("11:00:00", Kind.RATING_INVITED, null)
                .days()
                .get(0);

        assertThat(day.rating()).isEqualTo(2);
        assertThat(day.isRatingReturned()).isFalse();
    }

    @Test
    void anInvitationIsAnsweredForFortyEightHoursToTheMillisecond() {
        Chat invited = new Chat().event("10:00:00", Kind.RATING_INVITED, null).on("2026-11-13");
        Chat inTime = new Chat()
                .event("10:00:00", Kind.RATING_INVITED, null)
                .on("2026-11-13")
                .rate("10:00:00", 1, "INVITED");
        Chat tooLate = invited.rate("10:00:00.001", 1, "INVITED");

        assertThat(inTime.days()).extracting(DayFacts::rating).containsExactly(1, -1);
        assertThat(tooLate.days()).extracting(DayFacts::rating).containsExactly(-1, 1);
    }

    @Test
    void theLatestOfSeveralInvitationsIsTheOneAnswered() {
        List<DayFacts> days = new Chat()
                .event("10:00:00", Kind.RATING_INVITED, null)
                .on("2026-11-12")
                .event("10:00:00", Kind.RATING_INVITED, null)
                .on("2026-11-13")
                .rate("09:00:00", 3, "INVITED")
                .days();

        assertThat(days).extracting(DayFacts::rating).containsExactly(-1, 3, -1);
    }

    @Test
    void aRatingStandsWhenTheConversationIsForgotten() {
        Chat chat = new Chat()
                .ask("10:00:00")
                .reply("10:00:10", "a")
                .rate("10:01:00", 4, "VOLUNTARY")
                .on("2026-11-20")
                .rate("10:00:00", 0, "VOLUNTARY");

        List<DayFacts> days =
                Chat.derivation().derive(chat.events(), Retention.of(Duration.ofHours(48), Duration.ofDays(120)));

        assertThat(days).extracting(DayFacts::rating).containsExactly(4, 0);
    }
}
