package io.deskpulse.ops.rules;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table {@code metric_rules} of a server. Versions are added and never changed: a score must be told the same way twice. */
public final class RuleStore {
    private static final String COLUMNS =
            "rule_id, version, toString(valid_from), toString(valid_to), facts, measure, window_from_s, window_to_s,"
                    + " toString(limit_ms), toString(cap_ms), min_response_ms, human_valid_only, toString(worst_good_score), source,"
                    + " arrayStringConcat(mapKeys(tier_limits), ','), toString(mapValues(tier_limits))";

    /** The beginning of an insert of columns in the order of {@link RuleVersion}. */
    static final String INSERT =
            "INSERT INTO deskpulse.metric_rules (rule_id, version, valid_from, valid_to, facts, measure, window_from_s,"
                    + " window_to_s, limit_ms, cap_ms, min_response_ms, human_valid_only, worst_good_score, source, tier_limits)"
                    + " SETTINGS async_insert = 0 ";

    private final ClickHouseSql clickHouse;

    /** The rules of a server. */
    public RuleStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Every version of every rule, by name and then from when it is valid. */
    public List<RuleVersion> all() {
        return clickHouse.query(
                "SELECT " + COLUMNS + " FROM deskpulse.metric_rules FINAL"
                        + " ORDER BY metric_rules.rule_id, metric_rules.valid_from, metric_rules.version",
                RuleStore::read);
    }

    /**
     * The versions of a rule, or the one version named after an {@code @}.
     *
     * @throws UserError when there is none, naming what there is
     */
    public List<RuleVersion> versions(String name) {
        String ruleId = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
        List<RuleVersion> all = all();
        List<RuleVersion> ofRule =
                all.stream().filter(rule -> rule.ruleId().equals(ruleId)).toList();
        if (ofRule.isEmpty()) {
            throw new UserError("There is no rule " + ruleId + ". There are: "
                    + String.join(
                            ", ",
                            all.stream().map(RuleVersion::ruleId).distinct().toList())
                    + ".");
        }
        List<RuleVersion> named = ofRule.stream()
                .filter(rule -> ruleId.equals(name) || rule.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw new UserError("There is no " + name + ". There are: "
                    + String.join(", ", ofRule.stream().map(RuleVersion::name).toList())
                    + ".");
        }
        return named;
    }

    /**
     * Adds a version, after which the views score all history with it too.
     *
     * @return whether it was added; false when it was there already with the same content
     * @throws UserError when it is there with another content
     */
    public boolean add(RuleVersion rule) {
        Optional<RuleVersion> present =
                all().stream().filter(other -> other.name().equals(rule.name())).findFirst();
        if (present.isPresent() && !present.get().equals(rule)) {
            throw new UserError(rule.name()
                    + " is there with another content, and a version never changes. Give the new one another "
                    + "version; 'deskpulse rules show " + rule.name() + "' shows the present one.");
        }
        if (present.isEmpty()) {
            insert(rule);
        }
        return present.isEmpty();
    }

    private void insert(RuleVersion rule) {
        clickHouse.update(
                INSERT + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + limitsLiteral(rule) + ")",
                rule.ruleId(),
                rule.version(),
                rule.validFrom().toString(),
                rule.validTo().toString(),
                rule.facts(),
                rule.measure(),
                rule.windowFromSecond(),
                rule.windowToSecond(),
                rule.limitMillis(),
                rule.capMillis(),
                rule.minResponseMillis(),
                rule.humanValidOnly(),
                rule.worstGoodScore(),
                rule.source());
    }

    /** The limits of ranks as SQL writes a map. */
    static String limitsLiteral(RuleVersion rule) {
        String tiers = rule.tierLimits().keySet().stream()
                .map(ClickHouseHttp::literal)
                .collect(Collectors.joining(", ", "[", "]"));
        String limits = rule.tierLimits().values().stream()
                .map(limit -> "toInt64(" + limit + ")")
                .collect(Collectors.joining(", ", "[", "]"));
        return "CAST((" + tiers + ", " + limits + "), 'Map(String, Int64)')";
    }

    private static RuleVersion read(ResultSet row) throws SQLException {
        return new RuleVersion(
                row.getString(1),
                row.getString(2),
                LocalDate.parse(row.getString(3)),
                LocalDate.parse(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                number(row.getString(9)),
                number(row.getString(10)),
                row.getLong(11),
                row.getBoolean(12),
                row.getString(13) == null ? null : Integer.valueOf(row.getString(13)),
                limits(row.getString(15), row.getString(16)),
                row.getString(14));
    }

    /** From ranks with commas between them and a list of numbers in brackets. */
    private static Map<String, Long> limits(String tiers, String numbers) {
        Map<String, Long> limits = new TreeMap<>();
        if (!tiers.isEmpty()) {
            String[] values = numbers.substring(1, numbers.length() - 1).split(",");
            String[] names = tiers.split(",");
            for (int i = 0; i < names.length; i++) {
                limits.put(names[i], Long.valueOf(values[i]));
            }
        }
        return limits;
    }

    private static Long number(String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
