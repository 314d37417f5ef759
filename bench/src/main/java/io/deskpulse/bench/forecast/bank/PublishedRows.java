package io.deskpulse.bench.forecast.bank;

import java.util.LinkedHashMap;
import java.util.Map;

/** What methods of other toolkits reach by protocol BC-6W at 30 minutes, measured once with their own programs: percent at 1, 7 and 14 days. */
final class PublishedRows {
    private PublishedRows() {}

    /** By name: WAPE at the three leads, then wQL at the three leads. */
    static Map<String, double[]> all() {
        Map<String, double[]> rows = new LinkedHashMap<>();
        rows.put("harmonic regression", new double[] {6.67, 6.69, 6.69, 3.90, 3.96, 4.07});
        rows.put("Holt-Winters (Taylor)", new double[] {6.09, 7.01, 7.68, 3.51, 4.04, 4.69});
        rows.put("STL + ETS", new double[] {6.06, 7.46, 7.59, 3.56, 4.29, 4.76});
        rows.put("TBATS", new double[] {6.41, 7.61, 7.90, 3.75, 4.45, 4.96});
        rows.put("Prophet", new double[] {7.28, 7.68, 8.04, 4.33, 4.58, 4.68});
        rows.put("XGBoost", new double[] {5.82, 5.50, 6.00, 3.27, 3.53, 4.40});
        return rows;
    }
}
