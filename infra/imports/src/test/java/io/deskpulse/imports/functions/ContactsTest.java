package io.deskpulse.imports.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.input.Json;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is known of people is the same wherever it lies. */
class ContactsTest {
    @Test
    void whatLiesOnTheDiskSaysTheSameAsWhatIsInMemory() {
        SplittableRandom random = new SplittableRandom(3);
        try (Contacts small = Contacts.ofImport(10);
                Contacts large = Contacts.ofImport(1_000_000)) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 500; i++) {
                    String said = "{\"id\":%d,\"email\":\"K%d@Example.com\",\"least\":\"%04d\"}"
                            .formatted(random.nextInt(100), random.nextInt(50), random.nextInt(9_999));
                    small.add(Json.parse(said));
                    large.add(Json.parse(said));
                }
                for (int id = 0; id < 110; id++) {
                    assertThat(small.of("" + id)).as("%d", id).isEqualTo(large.of("" + id));
                }
            }
            assertThat(large.of("1").path("email").asText()).startsWith("k");
            assertThat(small.of("200")).isNull();
        }
    }

    @Test
    void ofWebhooksWhoWasNotHeardOfLongestIsForgotten() {
        try (Contacts latest = Contacts.ofLatest()) {
            for (int i = 0; i < 70_000; i++) {
                latest.add(Json.parse("{\"id\":%d,\"email\":\"k%d@example.com\"}".formatted(i, i)));
                assertThat(latest.of("0")).isNotNull();
            }

            assertThat(latest.of("1")).isNull();
            assertThat(latest.of("69999").path("email").asText()).isEqualTo("k69999@example.com");
        }
    }
}
