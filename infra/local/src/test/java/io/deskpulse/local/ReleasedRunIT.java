package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Replay;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.files.EventFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run directory that the released build 0.1 left behind goes on: its topics, its tables and its checkpoint.
 *
 * <p>The archive holds the directory, the events that 0.1 had read ({@code before.jsonl}: the first half of each conformance case) and
 * those that come after the upgrade.
 */
class ReleasedRunIT {
    private static final List<String> IMPORT = List.of("--retention.at-rest", "forever");
    private static final List<String> TABLES = List.of(
            "conversation_days", "ticket_facts", "contact_facts", "order_facts", "order_trouble_facts", "buyer_days");

    @TempDir
    private Path directory;

    @Test
    void aRunOfTheReleaseBeforeGoesOnAsIfItHadBeenThisOne() throws IOException {
        unpack();
        Path before = directory.resolve("before.jsonl");
        Path after = directory.resolve("after.jsonl");

        Map<String, String> upgraded = tables(directory.resolve("run"), after);
        Map<String, String> fresh = tables(directory.resolve("fresh"), before, after);

        assertThat(upgraded).isEqualTo(fresh);
        assertThat(fresh).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    private Map<String, String> tables(Path run, Path... files) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream(), true), false);
        try (Stack stack = Stack.start(StackOptions.of(System.getenv()).withRunDirectory(run), Progress.silent())) {
            FlinkJob job = Jobs.start(stack, IMPORT);
            for (Path file : files) {
                new Replay(
                                new ReplayOptions(EventFiles.lookedAt(List.of(file), terminal), "max", false),
                                stack,
                                job,
                                terminal)
                        .run();
            }
            ClickHouseHttp http = new ClickHouseHttp(stack.clickHouse().admin());
            for (String table : TABLES) {
                tables.put(
                        table, http.query("SELECT * EXCEPT version FROM deskpulse." + table + " FINAL ORDER BY ALL"));
            }
            job.cancel();
        }
        return tables;
    }

    private void unpack() throws IOException {
        try (InputStream archive = ReleasedRunIT.class.getResourceAsStream("/released/run-0.1.zip");
                ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }
}
