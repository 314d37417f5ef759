package io.deskpulse.cli.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Damaged words of planners mean something, or are refused in words. */
class PlanningFuzzTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void aTimeIsOneOrRefused() {
        List<byte[]> samples = Fuzz.texts(List.of("2026-11-10", "2026-11-10T20:00", "2026-11-10T20:00+08:00"));

        Refused seen = Fuzz.refusing(UserError.class, samples, 0.005, input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            assertThat(PlanningArguments.instant("--from", text, ZONE)).isNotNull();
            assertThat(PlanningArguments.day("--from", text)).isNotNull();
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }

    @Test
    void aQuestionIsAnsweredOrRefused() {
        List<String> options =
                List.of("--service-level", "--within", "--patience", "--shrinkage", "--uplift", "--closed");
        List<byte[]> samples = Fuzz.texts(List.of("0.8", "20", "0.12/0.06", "1.3", "22:00-08:00"));
        int[] next = new int[1];

        Refused seen = Fuzz.refusing(UserError.class, samples, 0.005, input -> {
            String option = options.get(next[0]++ % options.size());
            Asked asked = new Asked();
            try {
                new CommandLine(asked).parseArgs(option + "=" + new String(input, StandardCharsets.UTF_8));
            } catch (ParameterException e) {
                Fuzz.requireWords(e.getMessage());
                return;
            }
            asked.whatIf.apply(List.of());
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }

    @Command
    private static final class Asked {
        @Mixin
        private WhatIfArguments whatIf;
    }
}
