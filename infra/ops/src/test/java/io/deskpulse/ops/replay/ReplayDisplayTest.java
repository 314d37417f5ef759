package io.deskpulse.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.replay.files.EventFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplayDisplayTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(screen, true, StandardCharsets.UTF_8), true);

    @Test
    void countsWhatWasSentAndWhatWasRefusedOfAllLines() {
        ReplayDisplay display = new ReplayDisplay(terminal, 8);
        display.lag(new Lag(0, 0));
        display.sent();
        display.lag(new Lag(0, 0));
        display.rejected();
        display.lag(new Lag(0, 0));

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains(
                        "[------------------------]   0 %  0 events",
                        "[###---------------------]  12 %  1 events", "[######------------------]  25 %  1 events");
    }

    @Test
    void saysAHundredWhenAllLinesAreDoneAndNoSoonerAndNeverMore() {
        ReplayDisplay display = new ReplayDisplay(terminal, 1_000);
        for (int i = 0; i < 999; i++) {
            display.sent();
        }
        display.lag(new Lag(0, 0));
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("99 %  999")
                .doesNotContain("100 %");

        display.sent();
        display.sent();
        display.finish("all visible");
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("[########################] 100 %  1,001 events");
    }

    @Test
    void nothingToSendIsAllSent() {
        new ReplayDisplay(terminal, 0).finish("all visible");

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("100 %  0 events");
    }

    @Test
    void ofAPipeThereIsNoShareToShow() {
        ReplayDisplay display = new ReplayDisplay(terminal, EventFiles.UNKNOWN_LINES);
        display.sent();
        display.finish("all visible");

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("1 events").doesNotContain("%", "#", "[-");
    }
}
