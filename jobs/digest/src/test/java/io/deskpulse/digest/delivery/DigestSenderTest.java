package io.deskpulse.digest.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.digest.channels.Outcome;
import io.deskpulse.digest.channels.Outcome.Kind;
import io.deskpulse.digest.content.MovedNumber;
import io.deskpulse.digest.content.MovedNumber.Counted;
import io.deskpulse.digest.content.MovedNumber.Part;
import io.deskpulse.digest.delivery.DeliveryState.Word;
import io.deskpulse.digest.delivery.DigestSender.Round;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sender does that dies, is refused, is too fast, is late, or has told what is no longer so. */
class DigestSenderTest {
    private static final SubscriptionFile FILE = SubscriptionFile.parse("""
            mail: {host: h, from: d@example.com}
            subscriptions:
              - {name: mail, shop: s1, language: en, period: week, channel: {type: email, to: [a@x.org, b@x.org]}}
              - {name: own, shop: s1, language: en, period: week, channel: {type: webhook, url: "https://own", secret: k}}
              - {name: group, shop: s1, language: en, period: week, channel: {type: dingtalk, url: "https://ding"}}
            """).file();

    private static final List<String> KNOWING = List.of("a@x.org", "b@x.org", "https://own");
    private static final String ROBOT = "https://ding";

    private final World world = new World();

    @Test
    void sendsEachDigestOnceToEachReceiver() {
        DigestSender sender = world.sender(FILE);

        Round first = sender.round();
        Round second = sender.round();

        assertThat(first).isEqualTo(new Round(true, 4, 0, null));
        assertThat(second).isEqualTo(new Round(true, 0, 0, null));
        assertThat(world.received).allSatisfy((to, ids) -> assertThat(ids).hasSize(1));
        assertThat(world.received.values().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    /**
     * The sender is killed before and after every write and every line to a receiver; another one then goes on. A receiver that knows a
     * message by its id has exactly one, in two copies at most where the death fell between its answer and the note of it. A robot has at
     * most one, and where it has none or nobody knows, the outbox says so.
     */
    @Test
    void killedAtEveryStepItNeitherForgetsNorDoublesAnything() {
        int steps = 0;
        int doubled = 0;
        int unknown = 0;
        boolean isAlive = false;
        while (!isAlive) {
            World one = new World();
            one.stepsLeft = steps++;
            isAlive = survives(one);
            if (!isAlive) {
                assertThat(survives(one)).isTrue();
            }

            for (String to : KNOWING) {
                assertThat(new HashSet<>(one.received.get(to)))
                        .as("killed at %d, %s", steps, to)
                        .hasSize(1);
                assertThat(one.received.get(to)).hasSizeLessThanOrEqualTo(2);
                doubled += one.received.get(to).size() - 1;
            }
            List<String> robot = one.received.getOrDefault(ROBOT, List.of());
            assertThat(robot).hasSizeLessThanOrEqualTo(1);
            assertThat(one.standing(Word.SENT) + one.standing(Word.UNKNOWN)).isEqualTo(4);
            assertThat(!robot.isEmpty() || one.standing(Word.UNKNOWN) == 1)
                    .as("killed at %d", steps)
                    .isTrue();
            unknown += (int) one.standing(Word.UNKNOWN);
        }

        assertThat(steps).as("steps of four deliveries and one issue").isEqualTo(2 + 4 * 6 + 1);
        assertThat(doubled).as("copies, of which the receiver knows").isEqualTo(2 * KNOWING.size());
        assertThat(unknown)
                .as("of a robot between the note before and the note after")
                .isEqualTo(4);
    }

    private static boolean survives(World world) {
        try {
            world.sender(FILE).round();
            return true;
        } catch (World.Killed e) {
            return false;
        }
    }

    @Test
    void aReceiverThatIsDownIsTriedAgainEverLater() {
        world.answers.put(
                "a@x.org",
                new ArrayList<>(List.of(
                        Outcome.of(Kind.AGAIN, "SMTP 451"),
                        Outcome.of(Kind.AGAIN, "SMTP 451"),
                        new Outcome(Kind.AGAIN, "slow", Duration.ofMinutes(7)))));
        DigestSender sender = world.sender(FILE);
        Instant start = world.now;

        assertThat(sender.round().again()).isEqualTo(start.plusSeconds(60));
        assertThat(sender.round().sent()).as("not before").isZero();
        world.now = start.plusSeconds(60);
        assertThat(sender.round().again()).isEqualTo(world.now.plusSeconds(120));
        world.now = world.now.plusSeconds(120);
        assertThat(sender.round().again()).as("as it asks").isEqualTo(world.now.plusSeconds(420));
        world.now = world.now.plusSeconds(420);

        assertThat(sender.round().sent()).isEqualTo(1);
        assertThat(world.received.get("a@x.org")).hasSize(1);
    }

    @Test
    void aShopThatNobodyKnowsKeepsNobodyElseWaiting() {
        SubscriptionFile two = SubscriptionFile.parse("""
                subscriptions:
                  - {name: typo, shop: nobody, language: en, period: week, channel: {type: slack, url: "https://slack"}}
                  - {name: own, shop: s1, language: en, period: week, channel: {type: webhook, url: "https://own", secret: k}}
                """).file();

        assertThatThrownBy(() -> world.sender(two).round()).hasMessage("There is no shop nobody.");

        assertThat(world.received.keySet()).containsExactly("https://own");
    }

    @Test
    void aReceiverThatRefusesIsToldAndNotTriedAgain() {
        world.answers.put("b@x.org", new ArrayList<>(List.of(Outcome.of(Kind.REFUSED, "SMTP 550"))));
        DigestSender sender = world.sender(FILE);

        assertThat(sender.round().failed()).isEqualTo(1);
        assertThat(sender.round()).isEqualTo(new Round(true, 0, 0, null));
        assertThat(world.stands.values()).contains("REFUSED SMTP 550");
        assertThat(world.received).doesNotContainKey("b@x.org");
    }

    @Test
    void afterTheLastAttemptItIsGivenUp() {
        List<Outcome> never = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            never.add(Outcome.of(Kind.AGAIN, "down"));
        }
        world.answers.put("a@x.org", never);
        DigestSender sender = world.sender(FILE);
        int failed = 0;
        for (int i = 0; i < 9; i++) {
            failed += sender.round().failed();
            world.now = world.now.plusSeconds(500);
        }

        assertThat(failed).isEqualTo(1);
        assertThat(never).as("four attempts").hasSize(5);
        assertThat(world.stands.values()).contains("REFUSED down");
    }

    @Test
    void aRobotWhoseAnswerGotLostIsNotSentItTwice() {
        world.answers.put(ROBOT, new ArrayList<>(List.of(Outcome.of(Kind.UNKNOWN, "the line broke"))));
        world.answers.put("https://own", new ArrayList<>(List.of(Outcome.of(Kind.UNKNOWN, "the line broke"))));
        DigestSender sender = world.sender(FILE);
        sender.round();
        world.now = world.now.plusSeconds(60);
        sender.round();

        assertThat(world.received.get(ROBOT)).hasSize(1);
        assertThat(world.stands.values()).contains("UNKNOWN the line broke");
        assertThat(world.received.get("https://own"))
                .hasSize(2)
                .containsOnly(world.received.get("https://own").get(0));
    }

    @Test
    void aRobotIsNotWrittenToFasterThanItTakes() {
        SubscriptionFile both = SubscriptionFile.parse("""
                subscriptions:
                  - {name: one, shop: s1, language: en, period: week, channel: {type: slack, url: "https://s"}}
                  - {name: two, shop: s2, language: en, period: week, channel: {type: slack, url: "https://s"}}
                """).file();
        DigestSender sender = world.sender(both);

        Round first = sender.round();

        assertThat(first.sent()).isEqualTo(1);
        assertThat(first.again()).isEqualTo(world.now.plusSeconds(3));
        world.now = first.again();
        assertThat(sender.round().sent()).isEqualTo(1);
    }

    @Test
    void nothingIsSentBeforeItsHourOrWithoutTheRightTo() {
        world.isHeld = false;

        assertThat(world.sender(FILE).round()).isEqualTo(new Round(false, 0, 0, null));
        assertThat(world.received).isEmpty();
    }

    @Test
    void missedPeriodsAreMadeUpForAndANewSubscriberGetsTheLastOnly() {
        world.sender(FILE).round();
        world.now = world.now.plus(Duration.ofDays(21));

        world.sender(FILE).round();

        assertThat(world.received.get("a@x.org")).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void whoJoinsLaterIsNotSentWhatWasBefore() {
        SubscriptionFile more = SubscriptionFile.parse("""
                mail: {host: h, from: d@example.com}
                subscriptions:
                  - {name: mail, shop: s1, language: en, period: week, channel: {type: email, to: [a@x.org, b@x.org, new@x.org]}}
                """).file();
        world.sender(FILE).round();
        for (int week = 0; week < 2; week++) {
            world.now = world.now.plus(Duration.ofDays(7));
            world.sender(FILE).round();
        }

        world.sender(more).round();
        assertThat(world.received.get("new@x.org")).as("the last one").hasSize(1);

        world.cases = 40;
        world.now = world.now.plus(Duration.ofHours(1));
        world.sender(more).round();
        assertThat(world.received.get("a@x.org"))
                .as("three and their corrections")
                .hasSize(6);
        assertThat(world.received.get("new@x.org")).as("and its correction").hasSize(2);
    }

    @Test
    void numbersThatMovedAreSentAsACorrectionOnce() {
        DigestSender sender = world.sender(FILE);
        sender.round();
        world.cases = 40;
        assertThat(sender.round().sent()).as("looked at once an hour").isZero();
        world.now = world.now.plus(Duration.ofHours(1));

        assertThat(sender.round().sent()).isEqualTo(4);
        world.now = world.now.plus(Duration.ofHours(1));
        assertThat(sender.round().sent()).isZero();
        world.cases = 41;
        world.now = world.now.plus(Duration.ofHours(1));
        assertThat(sender.round().sent()).as("within the threshold").isZero();
        assertThat(world.received.get("a@x.org")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aSecondPartThatMovedIsSentAsACorrectionAsOfTheFirstVersion() {
        Instant first = world.now;
        DigestSender sender = world.sender(FILE);
        sender.round();
        world.overdue = 12;
        world.now = world.now.plus(Duration.ofHours(1));

        assertThat(sender.round().sent()).isEqualTo(4);
        assertThat(world.issues.values()).allSatisfy(digest -> {
            assertThat(digest.version()).isEqualTo(2);
            assertThat(digest.serviceAsOf()).isEqualTo(first);
            assertThat(digest.moved()).isEmpty();
            assertThat(digest.movedNumbers())
                    .containsExactly(new MovedNumber(Part.PROMISES, "", Counted.OVERDUE, 7, 12));
        });
        world.now = world.now.plus(Duration.ofHours(1));
        assertThat(world.sender(FILE).round().sent()).as("once").isZero();
    }
}
