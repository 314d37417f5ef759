package io.deskpulse.bench.forecast;

import io.deskpulse.bench.forecast.bank.BankBench;
import io.deskpulse.bench.forecast.bars.Bars;
import io.deskpulse.bench.forecast.shops.ShopsBench;
import io.deskpulse.ops.Progress;
import java.nio.file.Path;
import java.util.List;

/** How good our forecasts are, by protocols BC-6W and EC-1, beside every baseline; and which bars that meets. */
public final class ForecastBench {
    private final Progress progress;

    /** A bench that tells its steps. */
    public ForecastBench(Progress progress) {
        this.progress = progress;
    }

    /**
     * Runs the protocols and prints what they found to standard output.
     *
     * @param sharedData folder of public data; without the bank's calls, BC-6W is left out
     * @param seeds worlds of EC-1; none leaves it out
     */
    public void run(Path sharedData, List<Long> seeds) {
        Bars bars = new Bars();
        new BankBench(progress, bars).run(sharedData);
        if (!seeds.isEmpty()) {
            new ShopsBench(progress, bars).run(seeds);
        }
        bars.print();
    }
}
