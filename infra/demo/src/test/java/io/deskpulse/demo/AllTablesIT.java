package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.local.Stack;
import io.deskpulse.local.UnderFire;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every table of every job: two days of four shops, once in order and in peace, once shuffled, doubled and through three crashes. */
class AllTablesIT {
    @TempDir
    private Path directory;

    @Test
    void tablesAreTheSameInPeaceAndUnderFire() throws Exception {
        List<SpecificRecord> events = DemoDays.play(
                DemoOptions.of(7, Instant.parse("2026-10-20T00:00:00Z")).withScale(0.15), Duration.ofDays(2));
        Map<String, String> inPeace = new TreeMap<>();
        Map<String, String> underFire = new TreeMap<>();

        UnderFire.inPeace(directory.resolve("peace"), events, stack -> contents(stack, inPeace));
        UnderFire.withCrashes(directory.resolve("fire"), events, stack -> contents(stack, underFire));

        assertThat(underFire).isEqualTo(inPeace);
        assertThat(inPeace)
                .allSatisfy((table, content) -> assertThat(content).as(table).doesNotStartWith("0\t"));
    }

    /** Rows and a checksum of all columns but the version and the one that came meanwhile, by table; what nobody should be missing beside it. */
    private static void contents(Stack stack, Map<String, String> contents) throws Exception {
        ClickHouseHttp http = new ClickHouseHttp(stack.clickHouse().admin());
        for (String table : UnderFire.TABLES) {
            contents.put(
                    table,
                    http.query("SELECT count(), groupBitXor(cityHash64(toString(tuple(* EXCEPT (version, "
                                    + UnderFire.ADDED + "))))) FROM deskpulse." + table + " FINAL")
                            .strip());
        }
        assertThat(http.query("SELECT count() FROM deskpulse.rejected_events").strip())
                .isEqualTo("0");
        assertThat(http.query("SELECT count() FROM deskpulse.attribution_reconciliation"
                                + " WHERE difference != 0 OR net_difference != 0")
                        .strip())
                .isEqualTo("0");
    }
}
