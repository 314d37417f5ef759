package io.deskpulse.cli.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlanningArgumentsTest {
    @Test
    void aDayIsOneThatTablesCanHold() {
        assertThat(PlanningArguments.day("--peak", "2026-11-11")).isEqualTo(LocalDate.of(2026, 11, 11));
        for (String day : new String[] {"1969-12-31", "2149-01-01", "+999999999-12-31"}) {
            assertThatThrownBy(() -> PlanningArguments.day("--peak", day))
                    .isInstanceOf(UserError.class)
                    .hasMessage("--peak must be a day of the years 1970 to 2148, got " + day + ".");
        }
    }
}
