package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.migrations.Migrator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlinesIT {

    private static final Instant PRESENT = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory), Progress.silent());
        Migrator.bundled(server.admin(), Progress.silent()).migrate();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void tellWhoWaitsHowLongAndHowManyAreAnsweredInTimeTodayAndYesterday() throws IOException {
        Headlines headlines = new Headlines(new ClickHouseHttp(server.reader()));
        assertThat(headlines.at(PRESENT)).hasSize(2); // the head alone

        conversation("2026-11-20", "c1", "2026-11-20 11:00:00", "'2026-11-20 11:10:00'");
        conversation("2026-11-21", "c2", "2026-11-21 11:30:00", "'2026-11-21 11:30:20'");
        conversation("2026-11-21", "c3", "2026-11-21 11:40:00", "'2026-11-21 11:40:40'");
        conversation("2026-11-21", "c4", "2026-11-21 11:59:00", "NULL");

        List<String> table = headlines.at(PRESENT);
        assertThat(table).hasSize(3);
        assertThat(table.get(2).split(" {2,}")).containsExactly("s1", "1", "30.0 s", "38.0 s", "0.0 %", "66.7 %");
    }

    private static void conversation(String day, String id, String asked, String answered) throws IOException {
        new ClickHouseHttp(server.admin())
                .query(("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version,"
                                + " `rounds.opened_at`, `rounds.opened_second`, `rounds.handler`, `rounds.account`,"
                                + " `rounds.answered_at`, `rounds.reply_sender`, `rounds.end_reason`,"
                                + " `rounds.auto_replied`, `rounds.buyer_messages`, `waits.opened_at`,"
                                + " `waits.answered_at`, `waits.answered_day`, `waits.answered_by`, `waits.closed_at`,"
                                + " `waits.account`)"
                                + " VALUES ('s1', '{day}', '{id}', 2, ['{asked}'], [40000], ['HUMAN'], ['s1:a'],"
                                + " [{answered}], ['AGENT'], [''], [false], [1], ['{asked}'], [{answered}],"
                                + " ['{day}'], ['s1:a'], [NULL], ['s1:a'])")
                        .replace("{day}", day)
                        .replace("{id}", id)
                        .replace("{asked}", asked)
                        .replace("{answered}", answered));
    }
}
