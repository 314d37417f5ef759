package io.deskpulse.ops.rules;

import static io.deskpulse.ops.rules.RuleParameter.CAP;
import static io.deskpulse.ops.rules.RuleParameter.HUMAN_VALID_ONLY;
import static io.deskpulse.ops.rules.RuleParameter.LIMIT;
import static io.deskpulse.ops.rules.RuleParameter.MIN_RESPONSE;
import static io.deskpulse.ops.rules.RuleParameter.WINDOW_FROM;
import static io.deskpulse.ops.rules.RuleParameter.WINDOW_TO;
import static io.deskpulse.ops.rules.RuleParameter.WORST_GOOD_SCORE;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of rule that the score views know. Whoever teaches a view a new measure adds a line here.
 *
 * @param facts what is scored
 * @param measure how
 * @param counted what the two counts of a rate are of; null when the score is no rate
 * @param formula one line in words; a word in braces stands for the value of a parameter
 * @param required parameters without which the measure says nothing
 * @param optional parameters that it also reads; the views ignore all others
 */
record RuleShape(
        String facts,
        String measure,
        String counted,
        String formula,
        Set<RuleParameter> required,
        Set<RuleParameter> optional) {
    private static final Set<RuleParameter> NONE = Set.of();
    private static final Set<RuleParameter> WINDOW = Set.of(WINDOW_FROM, WINDOW_TO);
    private static final Set<RuleParameter> UNPAID = Set.of(LIMIT, MIN_RESPONSE);

    private static final List<RuleShape> ALL = List.of(
            rate("ROUNDS", "WITHIN", "rounds", "rounds with a person, opened {window}: answered within {limit} / all")
                    .reading(Set.of(LIMIT), WINDOW),
            mean(
                            "ROUNDS",
                            "CAPPED_SUM",
                            "rounds with a person, opened {window}: sum of responses, at most {cap} each, unanswered ones {cap} / all")
                    .reading(Set.of(CAP), WINDOW),
            mean("ROUNDS", "SUM", "rounds answered{people}{min}, opened {window}: sum of responses / all")
                    .reading(NONE, Set.of(WINDOW_FROM, WINDOW_TO, MIN_RESPONSE, HUMAN_VALID_ONLY)),
            rate(
                            "CONVERSATIONS",
                            "FIRST_WITHIN",
                            "conversation days",
                            "conversation days with people, first question {window}: first reply within {limit} / all")
                    .reading(Set.of(LIMIT), WINDOW),
            rate(
                            "CONVERSATIONS",
                            "ALL_WITHIN",
                            "conversation days",
                            "conversation days with people, first question {window}: every question answered within {limit} / all")
                    .reading(Set.of(LIMIT), WINDOW),
            rate(
                            "BUYERS",
                            "ALL_WITHIN",
                            "buyers",
                            "buyers of a day who asked people {window}: every question answered within {limit} / all")
                    .reading(Set.of(LIMIT), WINDOW),
            mean(
                    "FIRST_WAITS",
                    "QUANTILES",
                    "first waits of conversation days, by day of the reply: sum of waits / all"),
            mean("WAITS", "QUANTILES", "waits for a person, by day of the reply: sum of waits / answered"),
            rate(
                            "RATINGS",
                            "SATISFIED",
                            "ratings",
                            "conversation days with a rating: rated 0 to {worst} of 0 (very good) to 4 / all")
                    .reading(Set.of(WORST_GOOD_SCORE), NONE),
            rate("TICKETS", "RESOLVED", "tickets", "tickets, by day of opening: resolved and still resolved / all"),
            mean("TICKETS", "REQUESTER_WAIT", "tickets resolved: sum of the time the buyer waited for the shop / all"),
            rate("TICKETS", "ONE_TOUCH", "tickets", "tickets resolved: exactly one public reply, no reopening / all"),
            rate("TICKETS", "FIRST_REPLY_IN_TIME", "tickets", "tickets with a target: first reply in time / decided"),
            rate("TICKETS", "RESOLVED_IN_TIME", "tickets", "tickets with a target: ended in time / decided"),
            rate("TICKETS", "SOLUTION_KEPT", "solutions", "solutions with a due time: done by then / done or due"),
            rate(
                    "RESOLUTIONS",
                    "FIRST_CONTACT",
                    "resolutions",
                    "resolutions no longer provisional: at first contact / all"),
            rate("PROMISES", "KEPT", "promises", "promises: kept by when they were due / kept or due"),
            rate("CALLS", "CONSENT", "calls", "outbound calls: with the consent of the buyer / all"),
            rate("ENQUIRERS", "ORDERED_SAME_DAY", "enquirers", "enquirers: ordered after the consult that day / all"),
            rate("ENQUIRERS", "PAID_SAME_DAY", "enquirers", "enquirers: paid after the consult that day / all"),
            rate("ENQUIRERS", "PAID_NEXT_DAY", "enquirers", "enquirers: paid the next day / all"),
            rate(
                    "ENQUIRERS_OF_ACCOUNT",
                    "ORDERED_SAME_DAY",
                    "enquirers",
                    "enquirers of an account: ordered that day / all"),
            rate("ENQUIRERS_OF_ACCOUNT", "PAID_SAME_DAY", "enquirers", "enquirers of an account: paid that day / all"),
            rate(
                    "ENQUIRERS_OF_ACCOUNT",
                    "PAID_NEXT_DAY",
                    "enquirers",
                    "enquirers of an account: paid the next day / all"),
            rate("PAYING_BUYERS", "SILENT", "buyers", "buyers who paid that day: without a consult / all"),
            mean("PAID_ORDERS", "SILENT_PAID", "fen paid that day: for orders without a consult / all"),
            rate(
                            "UNPAID_ORDERS",
                            "PAID_AFTER_REMINDER",
                            "orders",
                            "orders unpaid for {patience} and reminded: paid within {limit} of the first reminder / all")
                    .reading(UNPAID, NONE),
            rate(
                            "UNPAID_ORDERS",
                            "PAID_WITHOUT_REMINDER",
                            "orders",
                            "orders unpaid for {patience}, never reminded: paid within {limit} after that / all")
                    .reading(UNPAID, NONE),
            rate("TROUBLES", "PROACTIVE", "troubles", "order troubles: the shop spoke first / all"),
            rate("TROUBLES", "FIXED", "troubles", "order troubles: fixed / all"));

    /** The shape of a rule; empty when this build does not know it. */
    static Optional<RuleShape> of(String facts, String measure) {
        return ALL.stream()
                .filter(shape -> shape.facts.equals(facts) && shape.measure.equals(measure))
                .findFirst();
    }

    /** Every kind of facts that is scored. */
    static List<String> allFacts() {
        return ALL.stream().map(RuleShape::facts).distinct().toList();
    }

    /** The measures of facts; none when they are unknown. */
    static List<String> measuresOf(String facts) {
        return ALL.stream()
                .filter(shape -> shape.facts.equals(facts))
                .map(RuleShape::measure)
                .toList();
    }

    /** Whether a score is a share of a count. */
    boolean isRate() {
        return counted != null;
    }

    /** Whether the measure reads a parameter. */
    boolean reads(RuleParameter parameter) {
        return required.contains(parameter) || optional.contains(parameter);
    }

    /** Where it cannot be chosen, whether only people's replies count: they alone end a wait. */
    boolean countsPeopleOnly() {
        return facts.equals("WAITS") || facts.equals("FIRST_WAITS");
    }

    private static RuleShape rate(String facts, String measure, String counted, String formula) {
        return new RuleShape(facts, measure, counted, formula, NONE, NONE);
    }

    private static RuleShape mean(String facts, String measure, String formula) {
        return new RuleShape(facts, measure, null, formula, NONE, NONE);
    }

    private RuleShape reading(Set<RuleParameter> all, Set<RuleParameter> some) {
        return new RuleShape(facts, measure, counted, formula, all, some);
    }
}
