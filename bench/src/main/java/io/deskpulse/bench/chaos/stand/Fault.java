package io.deskpulse.bench.chaos.stand;

import io.deskpulse.bench.chaos.stand.ClickHouseProxy.Mode;
import java.time.Duration;
import java.util.function.Consumer;

/** Kinds of faults: how each begins, about how long it lasts, and what ends it. */
public enum Fault {
    TASK_MANAGER_KILLED(
            Part.FLINK,
            3,
            stand -> stand.cluster().killTaskManager(),
            stand -> stand.cluster().startTaskManager()),
    JOB_MANAGER_KILLED(
            Part.FLINK,
            3,
            stand -> stand.cluster().killJobManager(),
            stand -> stand.cluster().startJobManager()),
    /** Longer than its heartbeats are waited for: it comes back when others have its work. */
    TASK_MANAGER_FROZEN(Part.FLINK, 12, ChaosStand::freezeTaskManager, ChaosStand::thaw),
    /** Half of the newest checkpoint's files are garbage when the job has to go back to it. */
    CHECKPOINT_CORRUPTED(Part.FLINK, 3, ChaosStand::corruptCheckpoint, ChaosStand::leaveCorruptedCheckpoint),
    CLOCK_JUMPED_AHEAD(
            Part.CLOCK,
            5,
            stand -> stand.clock().set(3_000),
            stand -> stand.clock().set(0)),
    CLOCK_JUMPED_BACK(
            Part.CLOCK,
            5,
            stand -> stand.clock().set(-3_000),
            stand -> stand.clock().set(0)),
    BROKER_KILLED(Part.BROKER, 3, ChaosStand::killBroker, ChaosStand::startBroker),
    BROKER_UNREACHABLE(Part.BROKER, 12, ChaosStand::freezeBroker, ChaosStand::thaw),
    TOPICS_REPEATED_AND_REORDERED(Part.TOPICS, 1, ChaosStand::repeat, stand -> {}),
    CLICKHOUSE_KILLED(
            Part.CLICKHOUSE,
            3,
            stand -> stand.clickHouse().kill(),
            stand -> stand.clickHouse().restart()),
    CLICKHOUSE_FROZEN(Part.CLICKHOUSE, 8, ChaosStand::freezeClickHouse, ChaosStand::thaw),
    CLICKHOUSE_KILLED_IN_INSERT(Part.CLICKHOUSE, 4, ChaosStand::killClickHouseInInsert, stand -> {
        stand.proxy().become(Mode.PASS);
        stand.clickHouse().restart();
    }),
    CLICKHOUSE_SLOW(Part.CLICKHOUSE, 8, Mode.SLOW),
    CLICKHOUSE_REFUSING(Part.CLICKHOUSE, 5, Mode.REFUSING),
    CLICKHOUSE_ANSWERS_LOST(Part.CLICKHOUSE, 5, Mode.ANSWER_LOST),
    CLICKHOUSE_READ_ONLY(Part.CLICKHOUSE, 5, Mode.READ_ONLY),
    CLICKHOUSE_DISK_FULL(Part.CLICKHOUSE, 5, Mode.DISK_FULL);

    /** What a fault strikes at; two at once strike at two of them. */
    public enum Part {
        FLINK,
        CLOCK,
        BROKER,
        TOPICS,
        CLICKHOUSE
    }

    private final Part part;
    private final Duration length;
    private final Consumer<ChaosStand> strike;
    private final Consumer<ChaosStand> end;

    Fault(Part part, int seconds, Consumer<ChaosStand> strike, Consumer<ChaosStand> end) {
        this.part = part;
        this.length = Duration.ofSeconds(seconds);
        this.strike = strike;
        this.end = end;
    }

    Fault(Part part, int seconds, Mode mode) {
        this(
                part,
                seconds,
                stand -> stand.proxy().become(mode),
                stand -> stand.proxy().become(Mode.PASS));
    }

    /** What it strikes at. */
    public Part part() {
        return part;
    }

    /** About how long it lasts. */
    public Duration length() {
        return length;
    }

    /** Begins. */
    public void strike(ChaosStand stand) {
        strike.accept(stand);
    }

    /** Ends; what follows from it may go on. */
    public void end(ChaosStand stand) {
        end.accept(stand);
    }
}
