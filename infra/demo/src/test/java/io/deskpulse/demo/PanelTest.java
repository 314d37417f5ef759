package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private Instant clock = Instant.EPOCH;

    @Test
    void replacesItsLinesInPlaceAndKeepsThemBelowMessages() {
        Panel panel = new Panel(out, true, () -> clock);
        panel.show(List.of("a", "b"));
        panel.show(List.of("c"));
        panel.step("news");

        assertThat(text()).isEqualTo("a\nb\n\033[2A\r\033[Jc\n\033[1A\r\033[Jnews\nc\n");
    }

    @Test
    void printsNowAndThenWithoutControlCharactersWhereThereIsNoTerminal() {
        Panel panel = new Panel(out, false, () -> clock);
        panel.show(List.of("a"));
        panel.show(List.of("b"));
        clock = clock.plusSeconds(30);
        panel.show(List.of("c"));

        assertThat(text()).isEqualTo("a\nc\n");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
