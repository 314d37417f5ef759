package io.deskpulse.ops.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of a rule: a row of table {@code metric_rules}, whose comments tell what each column means.
 *
 * @param validTo exclusive
 * @param windowToSecond inclusive, seconds after local midnight
 * @param limitMillis null when the rule has none
 * @param capMillis null when the rule has none
 * @param worstGoodScore null when the rule has none
 * @param tierLimits limits in milliseconds for buyers whom the shop ranks so, in place of {@code limitMillis}
 */
public record RuleVersion(
        String ruleId,
        String version,
        LocalDate validFrom,
        LocalDate validTo,
        String facts,
        String measure,
        int windowFromSecond,
        int windowToSecond,
        Long limitMillis,
        Long capMillis,
        long minResponseMillis,
        boolean humanValidOnly,
        Integer worstGoodScore,
        Map<String, Long> tierLimits,
        String source) {
    /** Copies the limits of ranks, in the order of the words. */
    public RuleVersion {
        tierLimits = Collections.unmodifiableMap(new TreeMap<>(tierLimits));
    }

    /** Days before it are not in a ClickHouse Date. */
    public static final LocalDate ALWAYS_FROM = LocalDate.EPOCH;

    /** Days after it are not in a ClickHouse Date. */
    public static final LocalDate ALWAYS_TO = LocalDate.of(2149, 6, 6);

    /** How people and the command line name it: {@code tb.resp3m@1}. */
    public String name() {
        return ruleId + "@" + version;
    }

    /** Whether there is a day from {@code from} to {@code to}, both inclusive, on which both versions are in force. */
    public boolean overlaps(RuleVersion other, LocalDate from, LocalDate to) {
        LocalDate begin = latest(from, latest(validFrom, other.validFrom));
        LocalDate end = earliest(to.plusDays(1), earliest(validTo, other.validTo));
        return begin.isBefore(end);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
