package io.deskpulse.metrics.hotspots.pool;

import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What new shops begin with, as a text file: for a reason by its code, or for all reasons of an exposure by its name.
 *
 * <p>A line is a key ({@code SIGNED}, {@code broken}, or {@code *} for the hours), a table, and its numbers, between spaces; lines
 * that begin with # are comments. Tables: {@code complaints} and {@code exposures} by age group, {@code spread} (ψ), and
 * {@code alpha} and {@code kappa} by dimension; {@code hours}, complaints by hour of the day.
 */
public final class PoolFile {
    private static final String ALL = "*";
    private static final String HOURS = "hours";
    private static final int HOURS_A_DAY = 24;

    /** Tables of a key. */
    private static final Map<String, Form> FORMS = forms();

    private PoolFile() {}

    /** How many numbers a table has, and which is the least that it may hold. */
    private record Form(int length, double least) {}

    private static Map<String, Form> forms() {
        int ages = PooledParameters.none(1).complaintsByAge()[0].length;
        return new TreeMap<>(Map.of(
                "complaints", new Form(ages, 0),
                "exposures", new Form(ages, 0),
                "spread", new Form(1, 1.0001),
                "alpha", new Form(Dimension.COUNT, 0.01),
                "kappa", new Form(Dimension.COUNT, 0)));
    }

    /**
     * Reads a file for the reasons of a taxonomy; a reason of which it says nothing begins as if nothing were known.
     *
     * @throws IllegalArgumentException when a line is not right, naming it
     */
    public static PooledParameters parse(String text, List<Reason> reasons) {
        Map<String, Map<String, double[]>> byKey = new LinkedHashMap<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .forEach(line -> {
                    String[] words = line.split(" +");
                    if (words.length < 3) {
                        throw new IllegalArgumentException(
                                "a line needs a key, a table and numbers, got '" + line + "'");
                    }
                    byKey.computeIfAbsent(words[0], key -> new TreeMap<>()).put(words[1], numbers(words, line));
                });
        PooledParameters pooled = PooledParameters.none(reasons.size());
        copy(byKey.getOrDefault(ALL, Map.of()).get(HOURS), pooled.complaintsByHour());
        for (int reason = 0; reason < reasons.size(); reason++) {
            Reason each = reasons.get(reason);
            Map<String, double[]> tables = byKey.getOrDefault(
                    each.code(), byKey.getOrDefault(each.exposure().name(), Map.of()));
            copy(tables.get("complaints"), pooled.complaintsByAge()[reason]);
            copy(tables.get("exposures"), pooled.exposuresByAge()[reason]);
            copy(tables.get("alpha"), pooled.alpha()[reason]);
            copy(tables.get("kappa"), pooled.kappa()[reason]);
            if (tables.containsKey("spread")) {
                pooled.psi()[reason] = tables.get("spread")[0];
            }
        }
        return pooled;
    }

    /**
     * A file of what reasons have in common by their exposure.
     *
     * @param pooled of the reasons
     * @param reasons made up or real; their codes are not told
     */
    public static String write(PooledParameters pooled, List<Reason> reasons) {
        List<String> lines = new ArrayList<>(List.of(line(ALL, HOURS, pooled.complaintsByHour())));
        for (ExposureType type : ExposureType.values()) {
            List<Integer> same = new ArrayList<>();
            for (int reason = 0; reason < reasons.size(); reason++) {
                if (reasons.get(reason).exposure() == type) {
                    same.add(reason);
                }
            }
            if (!same.isEmpty()) {
                lines.add(line(type.name(), "complaints", mean(pooled.complaintsByAge(), same)));
                lines.add(line(type.name(), "exposures", mean(pooled.exposuresByAge(), same)));
                lines.add(line(
                        type.name(),
                        "spread",
                        same.stream()
                                .mapToDouble(reason -> pooled.psi()[reason])
                                .average()
                                .orElseThrow()));
                lines.add(line(type.name(), "alpha", mean(pooled.alpha(), same)));
                lines.add(line(type.name(), "kappa", mean(pooled.kappa(), same)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static double[] mean(double[][] tables, List<Integer> reasons) {
        double[] mean = new double[tables[reasons.get(0)].length];
        reasons.forEach(reason -> Arrays.setAll(mean, i -> mean[i] + tables[reason][i] / reasons.size()));
        return mean;
    }

    private static String line(String key, String table, double... numbers) {
        return key + " " + table + " "
                + Arrays.stream(numbers)
                        .mapToObj(number -> String.format(Locale.ROOT, "%.6g", number))
                        .collect(Collectors.joining(" "));
    }

    private static double[] numbers(String[] words, String line) {
        Form form = words[0].equals(ALL) && words[1].equals(HOURS) ? new Form(HOURS_A_DAY, 0) : FORMS.get(words[1]);
        if (form == null) {
            throw new IllegalArgumentException(
                    "there is no table " + words[1] + "; there are " + FORMS.keySet() + " and " + HOURS);
        }
        if (words.length - 2 != form.length()) {
            throw new IllegalArgumentException("table %s of %s has %d numbers, got %d"
                    .formatted(words[1], words[0], form.length(), words.length - 2));
        }
        double[] numbers = new double[form.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(words[i + 2], form.least(), line);
        }
        return numbers;
    }

    private static double number(String word, double least, String line) {
        try {
            double number = Double.parseDouble(word);
            if (number >= least && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with what is out of range.
        }
        throw new IllegalArgumentException("'%s' is no number of %s or more in '%s'".formatted(word, least, line));
    }

    private static void copy(double[] from, double[] to) {
        if (from != null) {
            System.arraycopy(from, 0, to, 0, to.length);
        }
    }
}
