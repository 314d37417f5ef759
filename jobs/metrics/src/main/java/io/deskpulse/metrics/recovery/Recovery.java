package io.deskpulse.metrics.recovery;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Can a rate over a trailing window come back to a target by a day, and what does it take?
 *
 * <p>The window of day D holds the days D - w + 1 to D. With N of M good in what is known of the window that ends on the day
 * asked for, and the target a/b, the smallest number n of further rounds, all on time, that reaches it is
 *
 * <pre>
 *   (N + n) / (M + n) >= a/b   &lt;=>   n >= (a M - b N) / (b - a)
 *   n = 0                               when M > 0 and b N >= a M
 *   n = ceil((a M - b N) / (b - a))     else, when a &lt; b
 *   n = 1                               when M = 0: an empty window has no value and reaches nothing
 *   impossible                          when a = b and N &lt; M: a miss never becomes a hit, it can only leave
 * </pre>
 *
 * <p>Days from today to the day asked for that lie in its window are where those rounds belong; today's own rounds so far are known and
 * counted. All arithmetic is on whole numbers.
 *
 * @param question what was asked
 * @param now the window that ends today
 * @param untouched the window that ends on the day asked for, if no further round came
 * @param needed further rounds, all on time, so that this window reaches the target; 0 when it does by itself; null when impossible
 * @param possibleFrom when impossible: the first day whose window holds no known miss, in days since 1970-01-01; else null
 * @param leaving days of today's window below the target, oldest first, which is the order in which they leave
 */
public record Recovery(
        RecoveryQuestion question, Rate now, Rate untouched, Long needed, Integer possibleFrom, List<Leaving> leaving) {

    /** Copies the list. */
    public Recovery {
        leaving = List.copyOf(leaving);
    }

    /**
     * Works it out.
     *
     * @param days what each day scored, in any order, several of one day added up; days after today and before today's window do not count
     */
    public static Recovery of(RecoveryQuestion question, List<DayRate> days) {
        TreeMap<Integer, Rate> known = new TreeMap<>();
        for (DayRate day : days) {
            if (day.epochDay() <= question.today() && day.epochDay() >= question.firstDayOf(question.today())) {
                known.merge(day.epochDay(), day.rate(), Rate::plus);
            }
        }
        Window window = new Window(question, known);
        Rate untouched = window.endingOn(question.by());
        OptionalLong needed = needed(untouched, question.target());
        return new Recovery(
                question,
                window.endingOn(question.today()),
                untouched,
                needed.isPresent() ? needed.getAsLong() : null,
                needed.isPresent() ? null : window.firstDayWithoutMisses(),
                window.leaving());
    }

    /**
     * The smallest number of further good rounds with which a rate reaches a target; the formula of the class.
     *
     * @return at least 0; empty when no number does
     */
    public static OptionalLong needed(Rate known, Target target) {
        if (known.reaches(target)) {
            return OptionalLong.of(0);
        }
        if (!known.hasValue()) {
            return OptionalLong.of(1);
        }
        long lacking = Math.subtractExact(
                Math.multiplyExact(target.numerator(), known.denominator()),
                Math.multiplyExact(target.denominator(), known.numerator()));
        long gained = target.denominator() - target.numerator();
        return gained == 0 ? OptionalLong.empty() : OptionalLong.of(Math.floorDiv(lacking - 1, gained) + 1);
    }

    /** The window that ends on the day asked for, with the rounds needed. */
    public Rate afterwards() {
        return needed == null ? untouched : untouched.plus(new Rate(needed, needed));
    }

    /** Known days and the windows over them. */
    private record Window(RecoveryQuestion question, TreeMap<Integer, Rate> known) {

        Rate endingOn(int lastDay) {
            return known.subMap(question.firstDayOf(lastDay), true, lastDay, true).values().stream()
                    .reduce(Rate.NONE, Rate::plus);
        }

        List<Leaving> leaving() {
            return known.entrySet().stream()
                    .filter(day -> day.getValue().hasValue())
                    .filter(day -> !day.getValue().reaches(question.target()))
                    .map(day -> {
                        int leavesOn = question.leavingDayOf(day.getKey());
                        return new Leaving(day.getKey(), day.getValue(), leavesOn, endingOn(leavesOn));
                    })
                    .toList();
        }

        int firstDayWithoutMisses() {
            return known.entrySet().stream()
                    .filter(day -> day.getValue().misses() > 0)
                    .map(day -> question.leavingDayOf(day.getKey()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
