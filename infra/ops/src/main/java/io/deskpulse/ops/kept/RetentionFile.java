package io.deskpulse.ops.kept;

import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a file wants things kept, or why it says nothing.
 *
 * @param days by the name of an {@link AgingPart}, 0 = forever; what the file does not name is kept as the build says; null when there
 *     are problems
 * @param problems all of them, by line; empty when all is well
 */
public record RetentionFile(Map<String, Integer> days, List<YamlProblem> problems) {
    /** A ClickHouse {@code Date} ends in 2149; the ages end in 2105 at most. */
    private static final int MOST_DAYS = 3_650;

    private static final String FOREVER = "forever";

    /** Reads YAML or JSON; never throws. */
    public static RetentionFile parse(String text, KeptTables kept) {
        YamlFile<Map<String, Integer>> file = YamlFile.read(text, root -> read(root, kept));
        return new RetentionFile(file.value(), file.problems());
    }

    private static Map<String, Integer> read(YamlValue root, KeptTables kept) {
        Map<String, Integer> days = new LinkedHashMap<>();
        kept.parts().forEach(part -> days.put(part.name(), part.days()));
        if (root.isAbsent()) {
            root.problem("the file is empty; tables stand under 'retention'");
            return days;
        }
        YamlSection tables = root.section("the file")
                .knowing("retention")
                .required("retention")
                .section("retention");
        for (String name : tables.names()) {
            if (!days.containsKey(name)) {
                tables.key(name).problem("nothing of that name grows old; 'deskpulse retention show' lists what does");
                continue;
            }
            Integer wanted = tables.required(name)
                    .read(
                            "forever or a number of days from P1D to P" + MOST_DAYS + "D",
                            word -> word.equals(FOREVER) ? Integer.valueOf(0) : days(word));
            if (wanted != null) {
                days.put(name, wanted);
            }
        }
        return days;
    }

    /** Null when the word is no whole number of days in the range. */
    private static Integer days(String word) {
        Period period = Period.parse(word);
        boolean fits = period.getMonths() == 0
                && period.getYears() == 0
                && period.getDays() >= 1
                && period.getDays() <= MOST_DAYS;
        return fits ? period.getDays() : null;
    }

    /** {@code forever} or {@code P400D}. */
    public static String text(int days) {
        return days == 0 ? FOREVER : "P" + days + "D";
    }
}
