package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.hotspots.real.RealBench;
import io.deskpulse.ops.Progress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What {@code bench/run hotspots} does instead of made-up shops. */
public final class HotspotsInstead {
    @Option(names = "--speed", description = "measure time and memory of a shop of a million live cells instead")
    private boolean speed;

    @Option(
            names = "--alarm-delay",
            description = "measure instead how long after the watermark of its tick an alarm is in ClickHouse")
    private boolean alarmDelay;

    @Option(
            names = "--real",
            arity = "1..*",
            paramLabel = "FILE",
            description = "look for hotspots in events of JSON Lines, plain or gzip, instead")
    private List<Path> files;

    @Option(
            names = "--zone",
            defaultValue = "America/Sao_Paulo",
            description = "time zone of shops in --real (default ${DEFAULT-VALUE})")
    private String zone;

    @Option(names = "--bundled-words", description = "--real without the bench's words in Portuguese")
    private boolean bundledWords;

    /** Does it; false when nothing of it is wanted. */
    public boolean run(Progress progress) {
        if (speed) {
            new HotspotsBench(progress).speed();
        } else if (alarmDelay) {
            new AlarmDelay(progress).run();
        } else if (files != null) {
            new RealBench(progress).run(files, zone, bundledWords);
        }
        return speed || alarmDelay || files != null;
    }
}
