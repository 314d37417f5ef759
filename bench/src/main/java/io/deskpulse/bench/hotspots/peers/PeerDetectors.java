package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.CellCounts;
import io.deskpulse.bench.hotspots.looks.WindowTails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods beside ours, by name, for one shop. */
public final class PeerDetectors {
    /** What products sell: the first bar is against it. */
    public static final String AS_SOLD = "mean+2s";

    /** All names, in the order of the report. */
    public static final List<String> NAMES = List.of(
            AS_SOLD,
            "mean+15s",
            "ewma3",
            "ewma30",
            "poisson.01",
            "poisson1e-6",
            "nb.5",
            "nb1/64",
            "bh.1",
            "bh.02",
            "ebh.1",
            "ebh.5",
            "maxsprt.5",
            "maxsprt1/64",
            "cusum.25",
            "cusum.5");

    private PeerDetectors() {}

    /** Names as somebody wrote them: null is what is sold, {@code ALL} and {@code NONE} are what they say. */
    public static List<String> named(List<String> written) {
        if (written == null) {
            return List.of(AS_SOLD);
        }
        return written.equals(List.of("ALL")) ? NAMES : written.equals(List.of("NONE")) ? List.of() : written;
    }

    /**
     * New detectors of a shop.
     *
     * @param names of {@link #NAMES}
     * @param fromHour hour of the world at which counting begins
     */
    public static Map<String, Method> of(List<String> names, int fromHour, CellCounts counts, WindowTails tails) {
        Map<String, Method> methods = new LinkedHashMap<>();
        names.forEach(name -> methods.put(name, method(name, fromHour, counts, tails)));
        return methods;
    }

    private static Method method(String name, int fromHour, CellCounts counts, WindowTails tails) {
        return switch (name) {
            case AS_SOLD -> new MeanSigma(2, fromHour);
            case "mean+15s" -> new MeanSigma(15, fromHour);
            case "ewma3" -> new Ewma(3, fromHour);
            case "ewma30" -> new Ewma(30, fromHour);
            case "poisson.01" -> new PoissonDay(.01, counts);
            case "poisson1e-6" -> new PoissonDay(1e-6, counts);
            case "nb.5" -> new Bonferroni(.5, tails);
            case "nb1/64" -> new Bonferroni(1.0 / 64, tails);
            case "bh.1" -> new FalseDiscovery(.1, tails);
            case "bh.02" -> new FalseDiscovery(.02, tails);
            case "ebh.1" -> new FalseDiscovery(.1, null);
            case "ebh.5" -> new FalseDiscovery(.5, null);
            case "maxsprt.5" -> new MaxSprt(.5);
            case "maxsprt1/64" -> new MaxSprt(1.0 / 64);
            case "cusum.25" -> new RatioCusum(.25);
            case "cusum.5" -> new RatioCusum(.5);
            default -> throw new IllegalArgumentException("there is no method " + name + "; there are " + NAMES);
        };
    }
}
