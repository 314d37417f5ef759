package io.deskpulse.metrics.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who talked when, where a call goes from hand to hand or a conversation holds several. */
class CallLegsTest {
    private final List<CallPromiseEvent> events = new ArrayList<>();

    @Test
    void aTransferGivesEachAccountItsOwnTalk() {
        rang("10:00:00")
                .answered("10:00:10", "a")
                .transferred("10:02:10", "a", "b")
                .released("10:07:10");

        assertThat(legs()).containsExactly("a 10:00:10-10:02:10", "b 10:02:10-10:07:10");
        assertThat(call().anomalies()).isEmpty();
    }

    @Test
    void aColleaguesAnswerTakesTheCallOverAndOnesOwnSaysNothingNew() {
        rang("10:00:00")
                .answered("10:00:10", "a")
                .answered("10:00:11", "a")
                .answered("10:02:10", "b")
                .released("10:07:10");

        assertThat(legs()).containsExactly("a 10:00:10-10:02:10", "b 10:02:10-10:07:10");
        assertThat(call().answeredBy()).isEqualTo("a");
    }

    @Test
    void nobodyTalksInAQueue() {
        rang("10:00:00")
                .answered("10:00:10", "a")
                .transferred("10:02:10", "a", null)
                .answered("10:04:00", "b")
                .released("10:05:00");

        assertThat(legs()).containsExactly("a 10:00:10-10:02:10", "b 10:04:00-10:05:00");
    }

    @Test
    void theGapBetweenTwoCallsIsNeither() {
        rang("10:00:00")
                .answered("10:00:10", "a")
                .released("10:01:10")
                .rang("11:00:00")
                .answered("11:00:05", "a")
                .released("11:02:05");

        assertThat(legs()).containsExactly("a 10:00:10-10:01:10", "a 11:00:05-11:02:05");
        assertThat(call().anomalies()).isEmpty();
    }

    @Test
    void ringingSeveralPhonesIsOneRinging() {
        rang("10:00:00")
                .rang("10:00:01")
                .rang("10:00:02")
                .answered("10:00:10", "b")
                .released("10:01:10");

        assertThat(call().anomalies()).isEmpty();
        assertThat(legs()).containsExactly("b 10:00:10-10:01:10");
    }

    @Test
    void anAnswerAfterTheReleaseIsNoTalkUntilAnotherReleaseMakesItACall() {
        rang("10:00:00").released("10:01:00").answered("10:01:05", "a");

        assertThat(legs()).isEmpty();
        assertThat(call().anomalies()).containsExactly(CallAnomaly.ANSWERED_AFTER_RELEASE);

        released("10:03:05");

        assertThat(legs()).containsExactly("a 10:01:05-10:03:05");
    }

    @Test
    void anAnswerAfterTheReleaseThatIsFollowedByAnotherCallWasNone() {
        rang("10:00:00")
                .answered("10:00:10", "a")
                .released("10:01:00")
                .answered("10:01:05", "a")
                .rang("11:00:00")
                .answered("11:00:05", "b")
                .released("11:02:05");

        assertThat(legs()).containsExactly("a 10:00:10-10:01:00", "b 11:00:05-11:02:05");
    }

    @Test
    void legsAreWhatALiteralReadingSays() {
        for (int seed = 0; seed < 4_000; seed++) {
            List<CallPromiseEvent> random = RandomCallPromises.events(seed, 1, 1 + seed % 30, 3_600_000);
            events.clear();
            events.addAll(random);

            assertThat(call().legs()).as("seed %d", seed).isEqualTo(CallOracle.legs(random));
        }
    }

    @Test
    void theLineIsHeldWhileTheLastLegIsOpen() {
        rang("10:00:00").answered("10:00:10", "a");

        assertThat(call().isTalking()).isTrue();
        assertThat(legs()).containsExactly("a 10:00:10-none");
    }

    private CallFacts call() {
        return new CallPromiseDerivation(ShopZones.of("Asia/Shanghai", Map.of()))
                .derive(events, Retention.FOREVER)
                .get(0)
                .call();
    }

    private List<String> legs() {
        return call().legs().stream()
                .map(leg -> leg.account() + " " + time(leg.fromMillis()) + "-" + time(leg.untilMillis()))
                .toList();
    }

    private CallLegsTest rang(String time) {
        return add(time, Kind.RANG, null, "INBOUND", null);
    }

    private CallLegsTest answered(String time, String account) {
        return add(time, Kind.ANSWERED, account, null, null);
    }

    private CallLegsTest transferred(String time, String from, String to) {
        return add(time, Kind.TRANSFERRED, from, null, to);
    }

    private CallLegsTest released(String time) {
        return add(time, Kind.RELEASED, null, "BUYER", "NORMAL");
    }

    private CallLegsTest add(String time, Kind kind, String account, String label, String detail) {
        long at = Ticket.millis("2026-11-20T" + time);
        String id = "e%02d".formatted(events.size());
        events.add(new CallPromiseEvent(
                "s1", "c1", id, at, kind, "b1", "PHONE", account, label, detail, null, TicketFacts.NONE));
        return this;
    }

    private static String time(long millis) {
        String utc = Ticket.utc(millis);
        String time = utc.substring(utc.indexOf('T') + 1);
        return time.length() == 5 ? time + ":00" : time;
    }
}
