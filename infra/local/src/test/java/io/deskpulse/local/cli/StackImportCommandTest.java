package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of a replay without one, or of two destinations, is refused before anything is read or started. */
class StackImportCommandTest {
    private final Console console = new Console();

    @Test
    void whatOnlyAReplayDoesNeedsOne() {
        assertThat(refusal("--sql", "SELECT 1")).contains("--sql belongs to --replay");
        assertThat(refusal("--keep")).contains("--keep belongs to --replay");
        assertThat(refusal("--preview")).contains("--preview belongs to --replay");
        assertThat(refusal("--job", "a=b")).contains("--job belongs to --replay");
    }

    @Test
    void anImportHasOneDestination() {
        assertThat(refusal("--replay", "--out", "events.jsonl")).contains("--out and --replay are two destinations");
    }

    private String refusal(String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", "--from", "chatwoot", "absent.ndjson"));
        arguments.addAll(List.of(options));
        assertThat(console.run(arguments.toArray(String[]::new))).isEqualTo(2);
        return console.err();
    }
}
