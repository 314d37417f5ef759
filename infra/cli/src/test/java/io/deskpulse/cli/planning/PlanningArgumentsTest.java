package io.deskpulse.cli.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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

    @Test
    void aFolderThatIsNotThereIsCalledThat(@TempDir Path directory) {
        Path file = directory.resolve("none").resolve("week.csv");
        ExportArguments export = CommandLine.populateCommand(new ExportArguments(), "--out", file.toString());

        assertThatThrownBy(() -> export.text(new PrintWriter(new StringWriter()), () -> "text"))
                .isInstanceOf(UserError.class)
                .hasMessage("Cannot write " + file + ": there is no such folder.");
    }
}
