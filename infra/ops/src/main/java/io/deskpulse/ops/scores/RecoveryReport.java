package io.deskpulse.ops.scores;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.metrics.recovery.Rate;
import io.deskpulse.metrics.recovery.Recovery;
import io.deskpulse.metrics.recovery.RecoveryQuestion;
import io.deskpulse.ops.rules.RuleText;
import io.deskpulse.ops.rules.RuleVersion;
import io.deskpulse.ops.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The answer to a question about a rate, for people and for programs.
 *
 * @param versions those asked for, at least one; at most one of them scores any day
 */
public record RecoveryReport(ScoreQuestion question, List<RuleVersion> versions, Recovery recovery) {

    /** Copies the list. */
    public RecoveryReport {
        versions = List.copyOf(versions);
    }

    /** For people: what it is, where it stands, what it takes, what leaves. Rates are rounded down. */
    public String text() {
        return heading() + "\n" + standing().text() + "\n" + verdict() + "\n" + leavingText();
    }

    /** One object. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        RecoveryQuestion asked = recovery.question();
        json.put("shop", question.shop());
        json.put("account", question.account());
        json.put("rule", versions.get(0).ruleId());
        json.putPOJO("versions", versions.stream().map(RuleVersion::version).toList());
        json.put("window_days", asked.windowDays());
        json.set("target", counts(asked.target().numerator(), asked.target().denominator()));
        json.set("today", counts(recovery.now()).put("day", day(asked.today())));
        json.set("by", counts(recovery.untouched()).put("day", day(asked.by())));
        json.put("needed", recovery.needed());
        json.put("possible_from", recovery.possibleFrom() == null ? null : day(recovery.possibleFrom()));
        recovery.leaving()
                .forEach(leaving -> json.withArray("/leaving")
                        .add(counts(leaving.rate())
                                .put("day", day(leaving.epochDay()))
                                .put("leaves_on", day(leaving.leavesOn()))
                                .set("after", counts(leaving.after()))));
        if (recovery.leaving().isEmpty()) {
            json.putArray("leaving");
        }
        return json.toPrettyString() + "\n";
    }

    /** One line for the window of today, one for that of the day asked for, one for each day that leaves. */
    public String csv() {
        RecoveryQuestion asked = recovery.question();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("TODAY", asked.today(), recovery.now(), null, null, null));
        rows.add(row("BY", asked.by(), recovery.untouched(), recovery.needed(), null, null));
        recovery.leaving()
                .forEach(leaving -> rows.add(
                        row("LEAVING", leaving.epochDay(), leaving.rate(), null, leaving.leavesOn(), leaving.after())));
        return new Table(
                        List.of(
                                "what",
                                "day",
                                "numerator",
                                "denominator",
                                "needed",
                                "leaves_on",
                                "numerator_after",
                                "denominator_after"),
                        rows)
                .csv();
    }

    private String heading() {
        return versions.stream().map(RuleVersion::name).collect(Collectors.joining(", ")) + ", shop "
                + question.shop()
                + (question.account() == null ? "" : ", account " + question.account())
                + ", last " + recovery.question().windowDays() + " days\n"
                + versions.stream().map(RuleText::words).distinct().collect(Collectors.joining("\n")) + "\n";
    }

    private Table standing() {
        RecoveryQuestion asked = recovery.question();
        List<List<String>> rows = new ArrayList<>();
        rows.add(standing("now", asked.today(), recovery.now(), ""));
        rows.add(standing("then", asked.by(), recovery.untouched(), "with nothing more"));
        if (recovery.needed() != null && recovery.needed() > 0) {
            rows.add(standing("then", asked.by(), recovery.afterwards(), "with " + more()));
        }
        return new Table(List.of("", "window", "rate>", "good>", "of>", ""), rows);
    }

    private List<String> standing(String when, int lastDay, Rate rate, String note) {
        return List.of(
                when,
                day(recovery.question().firstDayOf(lastDay)) + " to " + day(lastDay),
                percent(rate),
                number(rate.numerator()),
                number(rate.denominator()),
                note);
    }

    private String verdict() {
        RecoveryQuestion asked = recovery.question();
        String target =
                percent(new Rate(asked.target().numerator(), asked.target().denominator()));
        String by = " by " + day(asked.by());
        if (recovery.needed() == null) {
            return "Impossible: " + target + by + " bears no miss. The last one leaves the window on "
                    + day(recovery.possibleFrom()) + ".\n";
        }
        return recovery.needed() == 0
                ? "Needed for " + target + by + ": nothing more.\n"
                : "Needed for " + target + by + ": " + more() + " from now on.\n";
    }

    private String more() {
        String counted = RuleText.counted(versions.get(0)).orElse("");
        String noun = recovery.needed() == 1 ? counted.replaceFirst("s$", "") : counted;
        return number(recovery.needed()) + " more " + noun + ", all good";
    }

    private String leavingText() {
        if (recovery.leaving().isEmpty()) {
            return "No day of the window is below the target.\n";
        }
        List<List<String>> rows = recovery.leaving().stream()
                .map(leaving -> List.of(
                        day(leaving.epochDay()),
                        percent(leaving.rate()),
                        number(leaving.rate().numerator()),
                        number(leaving.rate().denominator()),
                        day(leaving.leavesOn()),
                        percent(leaving.after()),
                        leaving.leavesOn() <= recovery.question().by() ? "in time" : ""))
                .toList();
        return "Days below the target, and the window when they have left it, with nothing more:\n"
                + new Table(List.of("day", "rate>", "good>", "of>", "leaves on", "then>", ""), rows).text();
    }

    private static List<String> row(String what, int day, Rate rate, Long needed, Integer leavesOn, Rate after) {
        return Arrays.asList(
                what,
                day(day),
                String.valueOf(rate.numerator()),
                String.valueOf(rate.denominator()),
                needed == null ? null : needed.toString(),
                leavesOn == null ? null : day(leavesOn),
                after == null ? null : String.valueOf(after.numerator()),
                after == null ? null : String.valueOf(after.denominator()));
    }

    private static ObjectNode counts(Rate rate) {
        return counts(rate.numerator(), rate.denominator());
    }

    private static ObjectNode counts(long numerator, long denominator) {
        return JsonNodeFactory.instance.objectNode().put("numerator", numerator).put("denominator", denominator);
    }

    private static String percent(Rate rate) {
        return rate.hasValue()
                ? String.format(Locale.ROOT, "%d.%02d %%", rate.basisPoints() / 100, rate.basisPoints() % 100)
                : "-";
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }
}
