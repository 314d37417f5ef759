package io.deskpulse.digest.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Damaged files of subscriptions are read, or every mistake in them is told in words. */
class SubscriptionsFuzzTest {
    private static final String SAMPLE = """
            mail: {host: smtp.example.com, port: 465, security: tls, from: d@example.com, user: d, password: "${SMTP_PASSWORD}"}
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
                channel: {type: dingtalk, url: "https://robot.example/send?token=hunter2", secret: "${ROBOT_SECRET}"}
              - name: own
                shop: s2
                language: en
                period: day
                channel: {type: webhook, url: http://127.0.0.1:8080/digest, secret: hunter3}
            """;

    @Test
    void aFileOfSubscriptions() {
        assertThat(SubscriptionFile.parse(SAMPLE).problems()).isEmpty();

        Refused seen = Fuzz.inWords(List.of(SAMPLE), 0.01, text -> {
            SubscriptionFile.Read read = SubscriptionFile.parse(text);
            if (read.problems().isEmpty()) {
                read.file().missing(Map.of());
                read.file().costPerHour("s1", 2);
            }
            return read.problems();
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs());
    }
}
