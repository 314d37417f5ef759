package io.deskpulse.cli.deadletters;

import io.deskpulse.ops.deadletters.LetterPosition;
import io.deskpulse.ops.deadletters.StoredLetter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which dead letters; a mixin. */
final class LetterSelection {
    @Option(names = "--reason", paramLabel = "REASON", description = "Only letters with this reason; repeatable.")
    private List<String> reasons = List.of();

    @Option(
            names = "--letter",
            paramLabel = "PARTITION:OFFSET",
            description = "Only this letter, as list shows it; repeatable.")
    private List<String> positions = List.of();

    boolean isEverything() {
        return reasons.isEmpty() && positions.isEmpty();
    }

    Predicate<StoredLetter> filter() {
        Set<LetterPosition> wanted =
                positions.stream().map(LetterPosition::parse).collect(Collectors.toCollection(HashSet::new));
        Set<String> named =
                reasons.stream().map(reason -> reason.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        return letter -> (wanted.isEmpty() || wanted.contains(letter.position()))
                && (named.isEmpty() || named.contains(letter.reason()));
    }
}
