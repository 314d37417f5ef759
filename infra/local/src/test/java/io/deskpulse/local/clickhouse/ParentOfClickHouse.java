package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import java.nio.file.Path;

/** Starts a server in the directory that the argument names, prints the server's process id and waits to be killed. */
final class ParentOfClickHouse {
    private ParentOfClickHouse() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedClickHouse server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), Path.of(args[0])), Progress.silent());
        System.out.println(server.pid());
        Thread.currentThread().join();
    }
}
