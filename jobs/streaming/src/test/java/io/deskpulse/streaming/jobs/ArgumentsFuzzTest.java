package io.deskpulse.streaming.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.Fuzz.Refused;
import io.deskpulse.streaming.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Damaged arguments of every job are taken, or refused in words all at once. */
class ArgumentsFuzzTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("CLICKHOUSE_PASSWORD", "the password", "DESKPULSE_HASH_KEY", "a key of good length");
    private static final List<String> SHARED = List.of(
            "--kafka.bootstrap-servers",
            "broker:9092",
            "--kafka.group",
            "own",
            "--clickhouse.url",
            "https://house:8443/deskpulse",
            "--sink.batch-rows",
            "7",
            "--sink.flush-interval",
            "PT0.5S",
            "--sink.retry-for",
            "PT5M",
            "--settings",
            "bundled");
    private static final List<String> OF_TIMELINES = List.of(
            "--shops.default-zone",
            "Europe/Berlin",
            "--shops.zones",
            "s1=Europe/Berlin, s2=Asia/Tokyo",
            "--events.disorder",
            "PT5M",
            "--retention.at-rest",
            "P40D",
            "--retention.open",
            "P130D");
    private static final List<String> OF_STAFFING = List.of(
            "--staffing.made-at",
            "2026-11-10T00:00:00+08:00",
            "--staffing.interval",
            "15",
            "--staffing.targets",
            "CHAT=0.8/20,PHONE=0.9/60",
            "--staffing.team",
            "s1=3");

    private int taken;

    @Test
    void argumentsAreTakenOrToldInWords() {
        List<byte[]> samples = Fuzz.texts(List.of(
                lines(SHARED), lines(SHARED) + "\n" + lines(OF_TIMELINES), lines(SHARED) + "\n" + lines(OF_STAFFING)));

        int[] next = new int[1];
        Refused seen = Fuzz.refusing(IllegalArgumentException.class, samples, 0.005, input -> {
            DeskpulseJob job = JobCatalogue.JOBS.get(next[0]++ % JobCatalogue.JOBS.size());
            Settings settings = new Settings(new String(input, StandardCharsets.UTF_8).split("\n"), ENVIRONMENT);
            job.graph(settings);
            settings.check();
            taken++;
        });

        assertThat(taken).isPositive();
        assertThat(seen.refused()).isEqualTo(seen.inputs() - taken).isPositive();
    }

    private static String lines(List<String> arguments) {
        return String.join("\n", arguments);
    }
}
