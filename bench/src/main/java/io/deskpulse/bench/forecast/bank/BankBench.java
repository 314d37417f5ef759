package io.deskpulse.bench.forecast.bank;

import io.deskpulse.bench.forecast.bars.Bars;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.ops.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The table of protocol BC-6W, ours beside every baseline, and the bars that it meets. */
public final class BankBench {
    private final Progress progress;
    private final Bars bars;

    /** A bench that tells its steps, and bars what it finds. */
    public BankBench(Progress progress, Bars bars) {
        this.progress = progress;
        this.bars = bars;
    }

    /** Prints both tables; says so when the calls are not in the folder of public data. */
    public void run(Path sharedData) {
        Path calls = BankCalls.file(sharedData);
        if (Files.isRegularFile(calls)) {
            bank(calls, 30);
            bank(calls, 15);
        } else {
            System.out.println("BC-6W: " + calls + " is absent; set DESKPULSE_SHARED_DATA to where calls/ lies.");
        }
    }

    private void bank(Path calls, int interval) {
        BankProtocol protocol = new BankProtocol(calls, interval, progress);
        System.out.printf(
                Locale.ROOT,
                "%nBC-6W, %d min, percent at 1d/7d/14d      WAPE test           WAPE pre-test       wQL test            in 80/95 %%, test%n",
                interval);
        List<BankProtocol.Score> ours = protocol.ours();
        protocol.methods().forEach(BankBench::bankRow);
        bankRow("deskpulse", ours);
        if (interval == 30) {
            PublishedRows.all()
                    .forEach((name, row) -> System.out.printf(
                            Locale.ROOT,
                            "%-36s %5.2f %5.2f %5.2f   %19s %5.2f %5.2f %5.2f   measured elsewhere%n",
                            name,
                            row[0],
                            row[1],
                            row[2],
                            "",
                            row[3],
                            row[4],
                            row[5]));
        }
        System.out.printf(Locale.ROOT, "noise floor %.2f%n", ours.get(0).test().noiseFloorPercent());
        bankBars(interval, ours);
    }

    private static void bankRow(String name, List<BankProtocol.Score> scores) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-36s", name));
        scores.forEach(score -> row.append(cell(score.test().wapePercent())));
        row.append("  ");
        scores.forEach(score -> row.append(cell(score.preTest().wapePercent())));
        row.append("  ");
        scores.forEach(score -> row.append(cell(score.test().wqlPercent())));
        row.append("  ");
        scores.forEach(score -> row.append(String.format(
                Locale.ROOT,
                " %.0f/%.0f",
                score.test().coverage80Percent(),
                score.test().coverage95Percent())));
        System.out.println(row);
    }

    private void bankBars(int interval, List<BankProtocol.Score> ours) {
        double[][] test = interval == 30
                ? new double[][] {{5.0, 5.2, 5.5}, {4.65, 4.75, 5.3}}
                : new double[][] {{5.6, 5.8, 6.1}, {5.3, 5.4, 5.9}};
        for (int i = 0; i < ours.size(); i++) {
            String lead = BankProtocol.LEADS.get(i) + "d, " + interval + " min";
            Accuracy judged = ours.get(i).test();
            bars.atMost("BC-6W WAPE test " + lead, judged.wapePercent(), test[0][i], test[1][i]);
            if (interval == 30) {
                double before = ours.get(i).preTest().wapePercent();
                bars.atMost(
                        "BC-6W WAPE pre-test " + lead,
                        before,
                        new double[] {5.0, 5.4, 5.5}[i],
                        new double[] {4.6, 5.2, 5.2}[i]);
                bars.atMost(
                        "BC-6W wQL test " + lead,
                        judged.wqlPercent(),
                        new double[] {2.9, 3.05, 3.4}[i],
                        new double[] {2.7, 2.8, 3.25}[i]);
                bars.around("BC-6W in 80 % test " + lead, judged.coverage80Percent(), 80, 6, 3);
                bars.around("BC-6W in 95 % test " + lead, judged.coverage95Percent(), 95, 3, 1);
            }
        }
    }

    private static String cell(double value) {
        return String.format(Locale.ROOT, " %5.2f", value);
    }
}
