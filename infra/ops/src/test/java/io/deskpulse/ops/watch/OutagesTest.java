package io.deskpulse.ops.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OutagesTest {
    private final List<String> told = new ArrayList<>();
    private final Outages outages = new Outages(told::add);

    @Test
    void tellsOnceThatSomethingIsAwayAndOnceThatItIsBack() {
        assertThat(outages.attempt("Flink", failing("no answer"))).isEmpty();
        outages.attempt("Flink", failing("no answer"));
        outages.attempt("Flink", failing("refused"));
        assertThat(outages.attempt("Flink", () -> 1)).contains(1);
        outages.attempt("Flink", () -> 2);
        outages.attempt("Flink", failing("refused"));

        assertThat(told).containsExactly("no answer", "refused", "Flink answers again.", "refused");
    }

    @Test
    void eachSystemHasItsOwnOutages() {
        outages.attempt("Flink", failing("no answer"));
        outages.attempt("Kafka", () -> 1);

        assertThat(told).containsExactly("no answer");
    }

    @Test
    void aFaultOfTheProgramIsNoOutage() {
        assertThatThrownBy(() -> outages.attempt("Flink", () -> List.of().get(0)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Supplier<Integer> failing(String message) {
        return () -> {
            throw new UserError(message);
        };
    }
}
