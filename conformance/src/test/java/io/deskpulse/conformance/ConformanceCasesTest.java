package io.deskpulse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of every case, whether or not its job exists yet. */
class ConformanceCasesTest {
    private static final List<ConformanceCase> CASES = ConformanceKit.cases(ConformanceKit.areas());

    @Test
    void thereAreAtLeastSixty() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everyFolderIsRunOrKnownToWait() {
        assertThat(Stream.concat(ConformanceKit.RUN.stream(), ConformanceKit.NOT_YET.stream()))
                .containsExactlyInAnyOrderElementsOf(ConformanceKit.areas());
    }

    @Test
    void everyDeviationIsACase() {
        assertThat(CASES).extracting(ConformanceCase::id).containsAll(ConformanceKit.DEVIATIONS.keySet());
    }

    @Test
    void theIdIsFolderAndFile() {
        assertThat(CASES)
                .allSatisfy(test -> assertThat(test.area() + "-" + test.file().getFileName())
                        .isEqualTo(test.id() + ".yaml"))
                .extracting(ConformanceCase::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTitleIsItsOwnAndEveryReasonIsGiven() {
        assertThat(CASES).extracting(ConformanceCase::title).doesNotHaveDuplicates();
        assertThat(CASES)
                .extracting(ConformanceCase::why)
                .doesNotHaveDuplicates()
                .allSatisfy(why -> assertThat(why).hasSizeGreaterThan(20));
    }

    @Test
    void everyLineIsAValidEventOfTheCasesOwnShop() {
        JsonLinesReader reader = new JsonLinesReader();

        for (ConformanceCase test : CASES) {
            List<ParsedLine> parsed =
                    lines(test).map(line -> reader.read(1, line)).toList();
            assertThat(parsed).as(test.id()).isNotEmpty();
            assertThat(parsed).as(test.id()).allSatisfy(line -> {
                assertThat(line).isInstanceOf(ParsedLine.Event.class);
                assertThat(EventStream.shopId(((ParsedLine.Event) line).event()))
                        .isEqualTo(test.id());
            });
        }
    }

    @Test
    void everythingHappenedInTheSameAutumn() {
        Instant from = Instant.parse("2026-10-01T00:00:00Z");
        Instant to = Instant.parse("2026-11-15T00:00:00Z");

        for (ConformanceCase test : CASES) {
            assertThat(events(test))
                    .as(test.id())
                    .allSatisfy(event -> assertThat(Instant.ofEpochMilli(EventStream.eventTimeMillis(event.event())))
                            .isBetween(from, to));
        }
    }

    @Test
    void everyExpectationNamesAnOrderedView() {
        assertThat(CASES).allSatisfy(test -> {
            assertThat(test.expectations()).as(test.id()).isNotEmpty();
            assertThat(test.expectations())
                    .extracting(Expectation::view)
                    .isSubsetOf(ConformanceKit.orders().keySet());
        });
    }

    @Test
    void zonesAndInstantsCanBeRead() {
        for (ConformanceCase test : CASES) {
            if (test.timeZone() != null) {
                assertThat(ZoneId.of(test.timeZone())).as(test.id()).isNotNull();
            }
            test.expectations().stream()
                    .filter(expectation -> expectation.at() != null)
                    .forEach(expectation -> assertThat(OffsetDateTime.parse(expectation.at()))
                            .as(test.id())
                            .isNotNull());
        }
    }

    private static List<ParsedLine.Event> events(ConformanceCase test) {
        JsonLinesReader reader = new JsonLinesReader();
        return lines(test).map(line -> (ParsedLine.Event) reader.read(1, line)).toList();
    }

    private static Stream<String> lines(ConformanceCase test) {
        return Stream.concat(test.history().stream(), test.lines().stream());
    }
}
