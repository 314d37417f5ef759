package io.deskpulse.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.recovery.RecoveryQuestion;
import io.deskpulse.metrics.recovery.Target;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.scores.ScoreQuestion;
import io.deskpulse.ops.shops.StoredShop;
import io.deskpulse.streaming.shops.ShopHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the arguments of score and day-end ask. */
class QuestionsTest {
    /** The 22nd in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-21T17:00:00Z");

    private static final StoredShop SHANGHAI = shop("Asia/Shanghai", ShopHours.daily(28_800, 82_800));
    private static final StoredShop CHICAGO = shop("America/Chicago", ShopHours.daily(0, 86_400));

    @Test
    void todayIsTodayInTheShop() {
        assertThat(score("--target=98%", "--by=2026-11-30"))
                .isEqualTo(new ScoreQuestion(
                        "tb.resp3m", "s1", null, new RecoveryQuestion(30, new Target(98, 100), day(22), day(30))));
        assertThat(score("--target=0.5", "--by=today", "--zone=UTC", "--window=7", "--account=a")
                        .recovery())
                .isEqualTo(new RecoveryQuestion(7, new Target(5, 10), day(21), day(21)));
        assertThat(score("--target=0.5", "--by=2026-11-11", "--date=2026-11-10")
                        .recovery()
                        .today())
                .isEqualTo(day(10));
    }

    @Test
    void theShopKnowsItsRuleItsTargetAndItsToday() {
        ScoreCommand command = new ScoreCommand();
        new CommandLine(command).parseArgs("--shop=s1", "--by=today");

        assertThat(command.question(CHICAGO, NOW))
                .isEqualTo(new ScoreQuestion(
                        "jd.first30s@1", "s1", null, new RecoveryQuestion(30, new Target(9, 10), day(21), day(21))));
    }

    @Test
    void saysWhatCannotBeAsked() {
        assertThatThrownBy(() -> score("--target=98", "--by=today"))
                .isInstanceOf(UserError.class)
                .hasMessage("That cannot be asked: a target is above 0 and at most 1 (or 100%), got 98.");
        assertThatThrownBy(() -> score("--target=1", "--by=2026-11-01"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("by must not be before today");
        assertThatThrownBy(() -> score("--target=1", "--by=tomorrow"))
                .isInstanceOf(UserError.class)
                .hasMessage("--by must be a day such as 2026-11-30, or today; got tomorrow.");
        assertThatThrownBy(() -> score("--target=1", "--by=today", "--zone=Mars"))
                .isInstanceOf(UserError.class)
                .hasMessage("--zone must be a time zone such as Asia/Shanghai, got Mars.");
        assertThatThrownBy(() -> score("--target=1", "--by=today", "--window=0"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("windowDays must be 1 to 3650, got 0");
    }

    @Test
    void theDayEndsWhenTheShopCloses() {
        assertThat(dayEnd("--date=2026-11-11")).isEqualTo(Instant.parse("2026-11-11T15:00:00Z"));
        assertThat(dayEnd("--date=today", "--at=18:30", "--zone=Europe/Berlin"))
                .isEqualTo(Instant.parse("2026-11-21T17:30:00Z"));
        assertThat(dayEnd(CHICAGO, "--date=2026-11-11")).isEqualTo(Instant.parse("2026-11-12T06:00:00Z"));
        assertThat(dayEnd(shop("Asia/Tokyo", new ShopHours(List.of())), "--date=today"))
                .isEqualTo(Instant.parse("2026-11-22T15:00:00Z"));
        assertThatThrownBy(() -> dayEnd("--date=2026-11-11", "--at=25:00"))
                .isInstanceOf(UserError.class)
                .hasMessage("--at must be a time such as 23:00, got 25:00.");
    }

    private static ScoreQuestion score(String... arguments) {
        ScoreCommand command = new ScoreCommand();
        new CommandLine(command).parseArgs(with(arguments, "--rule=tb.resp3m", "--shop=s1"));
        return command.question(SHANGHAI, NOW);
    }

    private static StoredShop shop(String zone, ShopHours hours) {
        return new StoredShop("s1", true, ZoneId.of(zone), "jd.first30s@1", 90, hours);
    }

    private static Instant dayEnd(String... arguments) {
        return dayEnd(SHANGHAI, arguments);
    }

    private static Instant dayEnd(StoredShop shop, String... arguments) {
        DayEndCommand command = new DayEndCommand();
        new CommandLine(command).parseArgs(with(arguments, "--shop=s1"));
        return command.instant(shop, NOW);
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static int day(int dayOfNovember) {
        return (int) LocalDate.of(2026, 11, dayOfNovember).toEpochDay();
    }
}
