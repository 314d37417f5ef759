package io.deskpulse.local.cli;

import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.watch.JobWatch;

/** Shows where a running stack can be reached, and keeps it up. */
public final class StayUp {
    private static final long LOOK_MILLIS = 2000;

    private StayUp() {}

    /** Tells the addresses, and the credentials for reading. */
    public static void tellAddresses(Stack stack, Progress progress) {
        ClickHouseAccess reader = stack.clickHouse().reader();
        progress.step("ClickHouse  " + reader.url() + "  database deskpulse");
        if (stack.clickHouseServer().isPresent()) {
            // The reader may only read; its password is of no use once the stack is gone.
            progress.step("            user " + reader.user() + "  password " + reader.password() + "  (read-only)");
            progress.step("            in a browser: " + reader.url() + "/play?user=" + reader.user());
        } else {
            progress.step("            user " + reader.user() + " with the password in CLICKHOUSE_PASSWORD");
        }
        progress.step("Kafka       " + stack.kafka().bootstrapServers());
        progress.step("Flink       " + stack.flink().web());
    }

    /**
     * Samples a job and returns only by failing; Ctrl-C ends the process.
     *
     * @throws UserError when ClickHouse or the job has ended
     */
    public static void untilStopped(Stack stack, FlinkJob job, Progress progress) {
        try (JobWatch watch = Jobs.watch(stack, progress)) {
            lookUntilStopped(stack, job, progress);
        }
    }

    /**
     * Returns only by failing; Ctrl-C ends the process.
     *
     * @throws UserError when ClickHouse has ended
     */
    public static void untilStopped(Stack stack, Progress progress) {
        lookUntilStopped(stack, null, progress);
    }

    private static void lookUntilStopped(Stack stack, FlinkJob job, Progress progress) {
        progress.step("Up. Ctrl-C stops it.");
        while (true) {
            stack.clickHouseServer().filter(server -> !server.isAlive()).ifPresent(server -> {
                throw new UserError("ClickHouse has ended; its log is in "
                        + stack.runDirectory().path().resolve("clickhouse") + ".");
            });
            if (job != null && job.status().isTerminalState()) {
                throw new UserError("The job has ended: "
                        + job.failure().orElse(job.status().name()));
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.", e);
        }
    }
}
