package io.deskpulse.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimesTest {
    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-10T12:00:30+08:00[Asia/Shanghai]");

    @Test
    void theNextTimeIsLaterAndOnTheClockOfTheMachine() {
        assertThat(CronTimes.parse("10 2 * * *").after(NOON)).hasToString("2026-11-11T02:10+08:00[Asia/Shanghai]");
        assertThat(CronTimes.parse("5 * * * *").after(NOON)).hasToString("2026-11-10T12:05+08:00[Asia/Shanghai]");
        assertThat(CronTimes.parse("0,30 */6 * * *").after(NOON)).hasToString("2026-11-10T12:30+08:00[Asia/Shanghai]");
        assertThat(CronTimes.parse("0 12 * * *").after(NOON)).hasToString("2026-11-11T12:00+08:00[Asia/Shanghai]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10 2",
                "60 2 * * *",
                "0 24 * * *",
                "*/0 * * * *",
                "x 2 * * *",
                "0 2 1 * *",
                ", 2 * * *",
                "0, 2 * * *"
            })
    void whatCannotBeReadIsToldWithAnExample(String text) {
        assertThatThrownBy(() -> CronTimes.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--cron must be MINUTE HOUR * * *")
                .hasMessageContaining("got \"" + text + "\"");
    }
}
