package io.deskpulse.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line that the image ships: this module's class path, which has neither an embedded server nor Flink. */
class ImageTest {
    private final Console console = new Console();

    @TempDir
    private Path directory;

    @Test
    void helpListsWhatCanBeDoneWithAClusterOfOnesOwn() {
        assertThat(console.run("--help")).isZero();
        assertThat(console.out())
                .containsPattern("\n  replay +Send the events of files to Kafka")
                .containsPattern("\n  job +Start a job")
                .doesNotContainPattern("\n  up ")
                .doesNotContainPattern("\n  demo ");
    }

    @Test
    void helpNamesEveryJob() {
        assertThat(console.run("job", "--help")).isZero();
        assertThat(console.out()).contains(JobCatalogue.names());
        assertThat(console.run("job", "--job", "word-count", "--flink-url", "http://localhost:1"))
                .isEqualTo(1);
        assertThat(console.err())
                .contains("--job must be one of " + String.join(", ", JobCatalogue.names()) + ", got word-count.");
    }

    @Test
    void aReplayWantsAKafkaAndFilesOfEvents() throws IOException {
        Path table = Files.writeString(directory.resolve("table.csv"), "shop_id,conversation_id\ns1,c1\n");

        assertThat(console.run("replay", table.toString(), "--kafka", "localhost:1"))
                .isEqualTo(1);
        assertThat(console.err()).contains("CSV").doesNotContain("\tat ");
        assertThat(console.run("replay", table.toString(), "--run-dir", "x")).isEqualTo(2);
        assertThat(console.err()).contains("--run-dir");
    }
}
