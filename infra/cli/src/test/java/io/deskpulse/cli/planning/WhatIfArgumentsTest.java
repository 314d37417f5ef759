package io.deskpulse.cli.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WhatIfArgumentsTest {
    @Test
    void refusesWhatNobodyCanWaitFor() {
        assertRefused("--within", "Infinity", "--within must be 0 or more seconds.");
        assertRefused("--within", "NaN", "--within must be 0 or more seconds.");
        assertRefused("--patience", "Infinity", "--patience must be more than 0 seconds.");
        assertRefused("--patience", "0", "--patience must be more than 0 seconds.");
        assertRefused("--service-level", "1", "--service-level must be between 0 and 1.");
        assertRefused("--uplift", "Infinity", "--uplift must be 0 or more.");
        assertRefused(
                "--shrinkage", "NaN", "--shrinkage must be a share from 0 to below 1, or PLANNED/UNPLANNED such as");
        assertRefused("--shrinkage", "0.1/1", "got 0.1/1.");
        assertRefused("--closed", "22:00", "--closed must be two times such as 22:00-08:00, got 22:00.");
        assertThat(of("--patience", "90").apply(List.of())).isEmpty();
    }

    private static void assertRefused(String option, String value, String problem) {
        assertThatThrownBy(() -> of(option, value).apply(List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(problem);
    }

    private static WhatIfArguments of(String option, String value) {
        return CommandLine.populateCommand(new WhatIfArguments(), option, value);
    }
}
