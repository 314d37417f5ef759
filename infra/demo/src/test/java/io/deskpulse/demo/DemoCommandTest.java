package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DemoCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");

    @Test
    void withoutArgumentsIsTheUsualDemo() {
        assertThat(options()).isEqualTo(DemoOptions.of(1, NOW.minus(Duration.ofHours(30))));
    }

    @Test
    void takesEveryArgument() {
        DemoOptions options = options(
                "--seed=7",
                "--scale=2.5",
                "--hours-back=0.5",
                "--zone=Europe/Berlin",
                "--promotion=18:30,21:00",
                "--promotion-factor=8",
                "--duplicates=0.02",
                "--late=0.05");

        assertThat(options)
                .isEqualTo(new DemoOptions(
                        7,
                        NOW.minus(Duration.ofMinutes(30)),
                        2.5,
                        ZoneId.of("Europe/Berlin"),
                        List.of(LocalTime.of(18, 30), LocalTime.of(21, 0)),
                        8,
                        new Imperfection(0.02, 0.05)));
        assertThat(options("--promotion=none").promotions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12:34, Z", "19:55, +07:21", "00:00, +11:26", "00:40, -11:54"})
    void setsTheClocksInTheShopsByAnOffset(String shopClock, String zone) {
        assertThat(options("--shop-clock=" + shopClock).zone()).hasToString(zone);
    }

    @Test
    void tellsWhatIsWrong() {
        assertThatThrownBy(() -> options("--scale=0"))
                .isInstanceOf(UserError.class)
                .hasMessage("The demo cannot be like that: scale must be > 0 and <= 10000, got 0.0.");
        assertThatThrownBy(() -> options("--hours-back=-1"))
                .isInstanceOf(UserError.class)
                .hasMessage("--hours-back must be 0 to 240, got -1.0.");
        assertThatThrownBy(() -> options("--zone=Mars"))
                .isInstanceOf(UserError.class)
                .hasMessage("--zone must be a time zone such as Asia/Shanghai, got Mars.");
        assertThatThrownBy(() -> options("--promotion=25:00"))
                .isInstanceOf(UserError.class)
                .hasMessage("--promotion must be a time such as 20:00, or none; got 25:00.");
    }

    @Test
    void refusesASpeedBelowRealTime() {
        DemoCommand command = new DemoCommand();
        new CommandLine(command).parseArgs("--speed=0.5");

        assertThatThrownBy(command::call)
                .isInstanceOf(UserError.class)
                .hasMessage("--speed must be max or a factor of real time, at least 1; got 0.5.");
    }

    private static DemoOptions options(String... arguments) {
        DemoCommand command = new DemoCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.options(NOW);
    }
}
