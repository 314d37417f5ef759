package io.deskpulse.ops.scores;

import io.deskpulse.metrics.recovery.DayRate;
import io.deskpulse.metrics.recovery.Rate;
import io.deskpulse.metrics.recovery.Recovery;
import io.deskpulse.metrics.recovery.RecoveryQuestion;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.rules.RuleStore;
import io.deskpulse.ops.rules.RuleText;
import io.deskpulse.ops.rules.RuleVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Daily rates from the view {@code scores}, and the answers they give. */
public final class ShopRates {
    private static final String DAYS =
            "SELECT toString(day), version, sum(numerator), sum(denominator) FROM deskpulse.scores"
                    + " WHERE shop_id = ? AND rule_id = ? AND unit = 'count' AND day BETWEEN toDate(?) AND toDate(?)";

    private final ClickHouseSql clickHouse;

    /** The rates of a server. */
    public ShopRates(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * Answers a question from the rows of this moment.
     *
     * @throws UserError when there is no such rule, it is no rate, or several of its versions score one day of the window
     */
    public RecoveryReport answer(ScoreQuestion question) {
        RecoveryQuestion recovery = question.recovery();
        LocalDate from = LocalDate.ofEpochDay(recovery.firstDayOf(recovery.today()));
        LocalDate today = LocalDate.ofEpochDay(recovery.today());
        List<RuleVersion> versions = new RuleStore(clickHouse).versions(question.rule());
        versions.forEach(ShopRates::requireRate);
        requireOneADay(versions, from, today);
        return new RecoveryReport(
                question,
                versions,
                Recovery.of(recovery, days(question, versions.get(0).ruleId(), from, today)));
    }

    private List<DayRate> days(ScoreQuestion question, String ruleId, LocalDate from, LocalDate today) {
        List<Object> parameters = new ArrayList<>(List.of(question.shop(), ruleId, from.toString(), today.toString()));
        String sql = DAYS;
        if (question.rule().contains("@")) {
            sql += " AND version = ?";
            parameters.add(question.rule().substring(ruleId.length() + 1));
        }
        if (question.account() != null) {
            sql += " AND account = ?";
            parameters.add(question.account());
        }
        return clickHouse.query(
                sql + " GROUP BY day, version",
                row -> new DayRate(
                        (int) LocalDate.parse(row.getString(1)).toEpochDay(), new Rate(row.getLong(3), row.getLong(4))),
                parameters.toArray());
    }

    private static void requireRate(RuleVersion rule) {
        if (RuleText.counted(rule).isEmpty()) {
            throw new UserError(rule.name() + " is not a share of a count, so nothing can be said about a target: "
                    + RuleText.words(rule) + ".");
        }
    }

    private static void requireOneADay(List<RuleVersion> versions, LocalDate from, LocalDate to) {
        for (int i = 1; i < versions.size(); i++) {
            for (RuleVersion earlier : versions.subList(0, i)) {
                if (versions.get(i).overlaps(earlier, from, to)) {
                    throw new UserError(
                            "Both " + earlier.name() + " and " + versions.get(i).name()
                                    + " score days from " + from + " to " + to + ". Say which with --rule "
                                    + versions.get(i).name() + ".");
                }
            }
        }
    }
}
