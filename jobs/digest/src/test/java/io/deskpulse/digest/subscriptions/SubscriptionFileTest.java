package io.deskpulse.digest.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.digest.content.Cadence;
import io.deskpulse.digest.reading.ProductChoice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionFileTest {
    private static final String RIGHT = """
            mail: {host: smtp.example.com, from: digest@example.com, user: digest, password: "${SMTP_PASSWORD}"}
            handling_cost_per_hour: {s1: 90, "*": 12.50}
            correction_percent: 30
            subscriptions:
              - name: coats
                shop: s1
                products: [coat-*, hat]
                language: zh
                period: week
                hour: 8
                channel: {type: email, to: [a@example.com, "${SECOND}"]}
              - name: 群
                shop: s2
                language: en
                period: day
                channel: {type: dingtalk, url: "${ROBOT}", secret: "${ROBOT_SECRET}"}
            """;

    @Test
    void saysWhoGetsWhat() {
        SubscriptionFile.Read read = SubscriptionFile.parse(RIGHT);

        assertThat(read.problems()).isEmpty();
        Subscription coats = read.file().subscriptions().get(0);
        assertThat(coats.cadence()).isEqualTo(Cadence.WEEK);
        assertThat(coats.receivers()).hasSize(2);
        assertThat(coats.products().has("coat-red")).isTrue();
        assertThat(coats.products().has("coat.red")).isFalse();
        assertThat(coats.products().has("hat")).isTrue();
        assertThat(read.file().variables()).containsExactly("ROBOT", "ROBOT_SECRET", "SECOND", "SMTP_PASSWORD");
        assertThat(read.file().costPerHour("s1", 2)).hasValue(9_000);
        assertThat(read.file().costPerHour("s9", 2)).hasValue(1_250);
        assertThat(SubscriptionFile.parse("subscriptions: []").file().costPerHour("s1", 2))
                .isEmpty();
        assertThat(read.file().mail().port()).isEqualTo(587);
        assertThat(read.file().subscriptions().get(1).hour()).isEqualTo(9);
        assertThat(read.file().toString()).doesNotContain("a@example.com");
    }

    @Test
    void isDueAtItsHourOnTheClockOfTheShop() {
        Subscription coats =
                SubscriptionFile.parse(RIGHT).file().subscriptions().get(0);
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");

        assertThat(coats.lastDue(Instant.parse("2026-11-22T23:59:59Z"), shanghai)
                        .from())
                .isEqualTo("2026-11-09");
        assertThat(coats.lastDue(Instant.parse("2026-11-23T00:00:00Z"), shanghai)
                        .from())
                .isEqualTo("2026-11-16");
        assertThat(coats.lastDue(Instant.parse("2026-11-23T00:00:00Z"), ZoneId.of("America/Chicago"))
                        .from())
                .isEqualTo("2026-11-09");
    }

    /** Clocks that skip the hour, go through it twice, do so at midnight or by half an hour, or go ahead of all others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "Asia/Beirut",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "Asia/Kathmandu",
                "Pacific/Kiritimati",
                "Asia/Shanghai"
            })
    void eachDayIsDueOnceAlsoWhereClocksChange(String name) {
        ZoneId zone = ZoneId.of(name);
        for (int hour : new int[] {0, 1, 2, 3, 9, 23}) {
            Subscription daily = SubscriptionFile.parse(
                            RIGHT.replace("period: week", "period: day").replace("hour: 8", "hour: " + hour))
                    .file()
                    .subscriptions()
                    .get(0);
            Instant now = Instant.parse("2026-01-03T00:00:00Z");
            LocalDate last = daily.lastDue(now, zone).from();
            for (int i = 0; i < 370 * 96; i++) {
                now = now.plus(Duration.ofMinutes(15));
                LocalDate due = daily.lastDue(now, zone).from();
                if (!due.equals(last)) {
                    assertThat(due).as("at %s, hour %s", now, hour).isEqualTo(last.plusDays(1));
                    assertThat(Duration.between(due.plusDays(1).atTime(hour, 0), LocalDateTime.ofInstant(now, zone)))
                            .as("at %s, hour %s", now, hour)
                            .isBetween(Duration.ZERO, Duration.ofMinutes(75));
                    last = due;
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            shop: s1                | shpo: s1            | unknown key 'shpo' in a subscription
            language: zh            | language: fr        | expected one of en, zh, got fr
            period: week            | period: month       | expected one of day, week, got month
            hour: 8                 | hour: 24            | expected a whole number from 0 to 23, got 24
            type: email             | type: fax           | expected one of email, dingtalk, feishu, wecom, slack, webhook, got fax
            a@example.com           | nobody              | expected an e-mail address, or ${NAME}, got nobody
            url: "${ROBOT}"         | url: "http://x.y"   | expected an address that begins with https://
            type: dingtalk          | type: wecom         | wecom signs nothing: its address is the secret
            type: dingtalk          | type: email         | e-mail has no 'url'
            name: 群                | name: coats         | there are two subscriptions named 'coats'
            correction_percent: 30  | correction_percent: 0 | expected a whole number from 1 to 100, got 0
            user: digest,           |                     | 'user' and 'password' go together
            [a@example.com, "${SECOND}"] | [] | nobody gets it; give one address at least
            products: [coat-*, hat] | products: {a: b} | expected a word
            hour: 8                 | hour: 8.5         | expected a whole number from 0 to 23, got 8.5
            "${ROBOT_SECRET}"       | "${ROBOT-SECRET}" | expected a secret, or ${NAME}
            "${SMTP_PASSWORD}"      | "${}"             | expected a password, or ${NAME}
            s1: 90                  | s1: 1e300         | expected an amount of money such as 90 or 24.50, got 1e300
            s1: 90                  | s1: -1            | expected an amount of money such as 90 or 24.50, got -1
            s1: 90                  | s1: much            | expected an amount of money such as 90 or 24.50, got much
            """)
    void everyMistakeIsToldAtItsPlace(String right, String wrong, String expected) {
        SubscriptionFile.Read read = SubscriptionFile.parse(RIGHT.replace(right, wrong == null ? "" : wrong));

        assertThat(read.file()).isNull();
        assertThat(read.problems()).anySatisfy(problem -> {
            assertThat(problem.text()).contains(expected);
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void theAddressOfAWebhookIsNeverTold() {
        String mistaken = RIGHT.replace("${ROBOT}", "htps://robot.example/send?token=hunter2");

        assertThat(SubscriptionFile.parse(mistaken).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .isEqualTo("expected an address that begins with https://, or ${NAME}"));
    }

    @Test
    void mailNeedsAServer() {
        assertThat(SubscriptionFile.parse(RIGHT.substring(RIGHT.indexOf('\n') + 1))
                        .problems())
                .anySatisfy(problem -> assertThat(problem.text()).contains("e-mail needs 'mail'"));
    }

    @Test
    void aSecretIsTakenFromTheEnvironmentAndNeverShown() {
        Secret secret = new Secret("${KEY}");

        assertThat(secret.value(Map.of("KEY", "k"))).contains("k");
        assertThat(secret.value(Map.of())).isEmpty();
        assertThat(secret).hasToString("${KEY}");
        assertThat(new Secret("plain")).hasToString("***");
        assertThat(new ProductChoice(List.of("b", "a", "b"))).hasToString("a,b");
        assertThat(new ProductChoice(List.of("b", "*"))).isEqualTo(ProductChoice.ALL);
    }
}
