package io.deskpulse.conformance;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happens again and again: lines with places to fill in.
 *
 * <p>In repetition n, counted from 0, {@code {n}} is n, {@code {n%3}} the rest of n divided by 3, {@code {at}} the instant {@code from +
 * n × every}, {@code {at+PT20H}} and {@code {at-PT20H}} instants so much later or earlier.
 *
 * @param from instant of the first repetition
 * @param every from one to the next
 */
record Repeat(int times, OffsetDateTime from, Duration every, List<String> lines) {
    private static final Pattern NUMBER = Pattern.compile("\\{n(?:%(\\d+))?}");
    private static final Pattern INSTANT = Pattern.compile("\\{at(?:([+-])(P[0-9DTHMS]+))?}");

    /** The lines of all repetitions. */
    Stream<String> expanded() {
        return IntStream.range(0, times).boxed().flatMap(n -> lines.stream().map(line -> fill(line, n)));
    }

    private String fill(String line, int n) {
        String numbered = NUMBER.matcher(line)
                .replaceAll(
                        place -> Integer.toString(place.group(1) == null ? n : n % Integer.parseInt(place.group(1))));
        OffsetDateTime at = from.plus(every.multipliedBy(n));
        return INSTANT.matcher(numbered).replaceAll(place -> {
            Duration offset = place.group(1) == null ? Duration.ZERO : Duration.parse(place.group(2));
            return at.plus("-".equals(place.group(1)) ? offset.negated() : offset)
                    .toString();
        });
    }
}
