package io.deskpulse.bench.hotspots;

import io.deskpulse.bench.hotspots.sim.Causes;
import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.pool.PoolFile;
import io.deskpulse.ops.Progress;
import java.util.List;

/** What new shops begin with, learned by made-up shops in which nothing is wrong; of seeds that no bar is measured on. */
public final class SharedPool {
    private static final String HEAD = """
            # What a new shop begins with before it has learned from its own complaints: how late exposures lead to complaints, at
            # which hours, how values of a dimension differ and days scatter. Made, not written by hand, by
            #     bench/run hotspot-pool --seed %d --shops %d
            # of made-up shops by protocol HS-1 in which nothing is wrong. A line: a reason or an exposure, a table, its numbers.
            """;

    private final Progress progress;

    /** A pool that tells its steps. */
    public SharedPool(Progress progress) {
        this.progress = progress;
    }

    /** Runs shops and prints the file to standard output. */
    public void print(long seed, int shops) {
        PooledParameters.Pool pool = new PooledParameters.Pool(Causes.COUNT);
        for (int shop = 0; shop < shops; shop++) {
            ShopRun run = new ShopRun(seed, shop, Scenario.CALM, List.of());
            run.run(new Tally());
            run.addTo(pool);
            progress.step("shop %d of %d".formatted(shop + 1, shops));
        }
        System.out.print(HEAD.formatted(seed, shops) + PoolFile.write(pool.mean(), Causes.taxonomy()));
    }
}
