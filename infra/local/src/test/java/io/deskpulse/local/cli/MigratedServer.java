package io.deskpulse.local.cli;

import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.migrations.Migrator;
import java.io.IOException;
import java.nio.file.Path;

/** A ClickHouse for commands to talk to. */
final class MigratedServer {
    private MigratedServer() {}

    /** Starts one that has all tables and views, its data below a directory. */
    static EmbeddedClickHouse start(Path directory) throws IOException {
        EmbeddedClickHouse server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory.resolve("server")),
                Progress.silent());
        Migrator.bundled(server.admin(), Progress.silent()).migrate();
        return server;
    }
}
