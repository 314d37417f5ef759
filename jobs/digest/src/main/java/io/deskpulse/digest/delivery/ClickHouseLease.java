package io.deskpulse.digest.delivery;

import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The right to send, by rows of a table that nobody can swap in one step.
 *
 * <p>Whoever wants it writes its row, then looks: it has the right when no row of another holds. Of two that wrote before either looked,
 * the one with the larger name gives back, the other waits until it sees that. So two never have it together: of two that both wrote, one
 * wrote last, and looked after both rows were there. All instants are the server's. A sender that was stopped for longer than its lease,
 * in the middle of an attempt, may still send one message beside another sender.
 */
public final class ClickHouseLease implements Lease {
    /** Longer than the longest attempt to send, of some four minutes. */
    private static final Duration LENGTH = Duration.ofMinutes(10);

    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);

    private final ClickHouseSql clickHouse;
    private final String holder;
    private final InstantSource clock;
    private long version;
    private Instant renewAt = Instant.MIN;

    /**
     * A lease of a sender.
     *
     * @param holder its name, different from any other's
     * @param clock says when to ask for more
     */
    public ClickHouseLease(ClickHouseSql clickHouse, String holder, InstantSource clock) {
        this.clickHouse = clickHouse;
        this.holder = holder;
        this.clock = clock;
    }

    @Override
    public boolean hold() {
        Instant now = clock.instant();
        if (now.isBefore(renewAt)) {
            return true;
        }
        renewAt = Instant.MIN;
        write(LENGTH);
        List<String> others = clickHouse.query(
                "SELECT holder FROM deskpulse.digest_leases FINAL WHERE holder != ? AND holds_until > now64(3, 'UTC')",
                row -> row.getString(1),
                holder);
        if (others.isEmpty()) {
            renewAt = now.plus(LENGTH).minus(RENEWED_BEFORE);
            return true;
        }
        if (others.stream().anyMatch(other -> other.compareTo(holder) < 0)) {
            release();
        }
        return false;
    }

    @Override
    public void release() {
        renewAt = Instant.MIN;
        if (version > 0) {
            write(Duration.ZERO);
        }
    }

    private void write(Duration length) {
        version++;
        clickHouse.update(
                "INSERT INTO deskpulse.digest_leases (holder, version, written_at, holds_until) SETTINGS async_insert = 0"
                        + " SELECT ?, ?, now64(3, 'UTC') AS written, written + toIntervalSecond(?)",
                holder,
                version,
                length.toSeconds());
    }
}
