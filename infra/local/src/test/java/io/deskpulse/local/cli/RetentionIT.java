package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.cli.Console;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.kept.AgingPart;
import io.deskpulse.ops.kept.KeptTables;
import io.deskpulse.ops.kept.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionIT {
    private static final KeptTables KEPT = KeptTables.bundled();

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    private final Console console = new Console();

    @BeforeAll
    static void startServer() throws IOException {
        server = MigratedServer.start(directory);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void aMigratedServerKeepsEverythingAsLongAsTheBuildSays() {
        assertThat(new Retention(new ClickHouseSql(server.admin()), KEPT).present())
                .isEqualTo(KEPT.parts().stream().collect(Collectors.toMap(AgingPart::name, AgingPart::days)));
    }

    @Test
    void everyRetentionCanBeSetAndTakenBack() throws IOException {
        String all = KEPT.parts().stream()
                .map(part -> "  " + part.name() + ": P3650D\n")
                .collect(Collectors.joining("", "retention:\n", ""));

        assertThat(apply(all)).isZero();
        assertThat(console.out().lines()).hasSize(KEPT.parts().size());
        assertThat(apply(all)).isZero();
        assertThat(console.out()).startsWith("The server keeps everything as long as");

        assertThat(apply("retention: {}")).isZero();
        aMigratedServerKeepsEverythingAsLongAsTheBuildSays();
    }

    @Test
    void whatIsOlderGoesAndALongerRetentionKeepsTheRest() throws IOException {
        admin("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version)"
                + " SELECT 's1', today() - number, toString(number), 1 FROM numbers(60)");
        String shorter = "retention: {conversation_days: P30D}";

        assertThat(apply(shorter, "--dry-run")).isZero();
        assertThat(console.out()).isEqualTo("""
                conversation_days: forever -> P30D; 30 stored rows are older and go
                Nothing was changed.
                """);
        assertThat(apply(shorter)).isZero();
        admin("OPTIMIZE TABLE deskpulse.conversation_days FINAL");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(admin("SELECT count() FROM deskpulse.conversation_days"))
                        .isEqualTo("30"));

        assertThat(apply("retention: {conversation_days: P50D}")).isZero();
        admin("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version)"
                + " VALUES ('s1', today() - 40, 'of 40 days ago', 1)");
        admin("OPTIMIZE TABLE deskpulse.conversation_days FINAL");
        assertThat(admin("SELECT countIf(conversation_id = 'of 40 days ago') FROM deskpulse.conversations"))
                .isEqualTo("1");

        assertThat(apply("retention: {}")).isZero();
    }

    /** A row that is taken back hides the rows before it: it must not go first. */
    @Test
    void rowsThatAreTakenBackStayGone() throws IOException {
        admin("SYSTEM STOP MERGES deskpulse.complaint_facts");
        admin(
                "INSERT INTO deskpulse.complaint_facts (shop_id, about, version, last_at) VALUES ('s1', 'o:1', 1, now())");
        admin("INSERT INTO deskpulse.complaint_facts (shop_id, about, version, is_deleted) VALUES ('s1', 'o:1', 2, 1)");

        assertThat(apply("retention: {complaint_facts: P30D}")).isZero();

        assertThat(console.out()).isEqualTo("complaint_facts: forever -> P30D\n");
        assertThat(admin("SELECT count() FROM deskpulse.complaint_facts FINAL")).isEqualTo("0");
        admin("SYSTEM START MERGES deskpulse.complaint_facts");
        assertThat(apply("retention: {}")).isZero();
    }

    @Test
    void showsWhatIsKeptBesideWhatIsUsual() throws IOException {
        assertThat(apply("retention: {rejections: P365D}")).isZero();

        assertThat(run("retention", "show")).isZero();
        assertThat(console.out())
                .containsPattern("rejections +P365D +forever")
                .containsPattern("job_samples +P30D +P30D");

        assertThat(apply("retention: {}")).isZero();
    }

    private int apply(String text, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("retention.yaml"), text);
        String[] command = new String[options.length + 3];
        command[0] = "retention";
        command[1] = "apply";
        command[2] = file.toString();
        System.arraycopy(options, 0, command, 3, options.length);
        return run(command);
    }

    private int run(String... command) {
        return console.run(ServerArguments.of(server.admin(), directory, command));
    }

    private static String admin(String sql) throws IOException {
        return new ClickHouseHttp(server.admin()).query(sql);
    }
}
