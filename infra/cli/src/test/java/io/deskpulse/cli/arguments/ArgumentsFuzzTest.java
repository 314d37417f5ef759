package io.deskpulse.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damaged words of a command line mean something, or are refused in words. */
class ArgumentsFuzzTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 11, 9, 30, 0, 0, ZoneOffset.UTC);

    @Test
    void timesOfACrontabComeWithinADayOrAreRefused() {
        List<byte[]> samples = Fuzz.texts(List.of("10 2 * * *", "5 */1 * * *", "0,15,45 8,20 * * *"));

        Refused seen = Fuzz.refusing(UserError.class, samples, 0.005, input -> {
            CronTimes times = CronTimes.parse(new String(input, StandardCharsets.UTF_8));
            ZonedDateTime next = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> times.after(NOW));
            assertThat(next).isAfter(NOW).isBeforeOrEqualTo(NOW.plusDays(1));
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }

    @Test
    void aDayIsOneOrRefused() {
        Refused seen = Fuzz.refusing(UserError.class, Fuzz.texts(List.of("2026-11-30", "today")), 0.005, input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            assertThat(LocalClock.day("--day", text, NOW.toInstant(), ZoneOffset.UTC))
                    .isNotNull();
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }
}
