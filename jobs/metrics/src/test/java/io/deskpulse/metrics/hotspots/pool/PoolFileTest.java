package io.deskpulse.metrics.hotspots.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolFileTest {
    private static final List<Reason> REASONS = List.of(
            new Reason("broken", ExposureType.SIGNED),
            new Reason("worn", ExposureType.SIGNED),
            new Reason("late", ExposureType.SHIPPED));

    @Test
    void tellsWhatReasonsOfAnExposureHaveInCommon() {
        PooledParameters learned = PooledParameters.none(REASONS.size());
        learned.complaintsByAge()[0][3] = 10;
        learned.complaintsByAge()[1][3] = 30;
        learned.psi()[0] = 1.1;
        learned.psi()[1] = 1.3;
        learned.complaintsByHour()[9] = 50;
        learned.alpha()[2][1] = 42;

        PooledParameters read = PoolFile.parse("# made\n\n" + PoolFile.write(learned, REASONS), REASONS);

        assertThat(read.complaintsByAge()[0]).isEqualTo(read.complaintsByAge()[1]);
        assertThat(read.complaintsByAge()[0][3]).isEqualTo(20);
        assertThat(read.complaintsByAge()[2][3]).isZero();
        assertThat(read.psi()).containsExactly(1.2, 1.2, learned.psi()[2]);
        assertThat(read.complaintsByHour()).isEqualTo(learned.complaintsByHour());
        assertThat(read.alpha()[2][1]).isEqualTo(42);
    }

    @Test
    void aReasonOfItsOwnComesBeforeItsExposure() {
        PooledParameters read = PoolFile.parse("SIGNED spread 1.2\nworn spread 1.4\n", REASONS);

        assertThat(read.psi()).startsWith(1.2, 1.4);
    }

    @Test
    void nothingSaidIsNothingKnown() {
        PooledParameters read = PoolFile.parse("", REASONS);

        assertThat(read.alpha())
                .isDeepEqualTo(PooledParameters.none(REASONS.size()).alpha());
        assertThat(read.psi()).isEqualTo(PooledParameters.none(REASONS.size()).psi());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SIGNED spread        | a line needs a key, a table and numbers, got
                    SIGNED beta 1        | there is no table beta; there are [alpha, complaints, exposures, kappa, spread] and hours
                    SIGNED alpha 1 2     | table alpha of SIGNED has 5 numbers, got 2
                    SIGNED spread 1      | is no number of 1.0001 or more in
                    SIGNED spread much   | is no number of 1.0001 or more in
                    SIGNED spread NaN    | is no number of 1.0001 or more in
                    """)
    void mistakesAreNamed(String line, String message) {
        assertThatThrownBy(() -> PoolFile.parse(line, REASONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageMatching("(?s).*(" + line.split(" ")[0] + "|beta).*");
    }
}
