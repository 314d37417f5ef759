package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.ClassPathEntry;
import io.deskpulse.ops.rules.RuleSeed;
import io.deskpulse.ops.rules.RuleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of this build. */
class SchemaTest {
    /** Up to this number a table file keeps the text with which it was released, however long its lines. */
    private static final int LAST_LONG = 46;

    private static final int WIDTH = 120;

    private static final Pattern SET =
            Pattern.compile("\\bIN\\s*\\(\\s*SELECT\\s.*?\\sFROM\\s+(?:deskpulse\\.)?(\\w+)", Pattern.DOTALL);

    /** Settings, and what is rare: all shops have few of these. */
    private static final Set<String> FEW =
            Set.of("complaint_words", "shared_order_facts", "hotspots", "forecast_oddities");

    private final Schema schema = Schema.bundled();

    @Test
    void everyFileBeginsWithItsQuestion() {
        assertThat(files())
                .hasSizeGreaterThan(schema.views().size())
                .allSatisfy((name, text) -> assertThat(text.lines().findFirst().orElse(""))
                        .as(name)
                        .startsWith("-- ")
                        .contains("?"));
    }

    @Test
    void noLineIsTooLongToReview() {
        files().forEach((name, text) -> {
            if (!name.startsWith("V") || Migration.ofFile(name, text).version() > LAST_LONG) {
                assertThat(text.lines())
                        .as(name)
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
            }
        });
    }

    /** A set is read while the query is planned, of all shops: the shop that somebody asks for never reaches it. A join passes it on. */
    @Test
    void noSetOfAViewIsMadeOfTheFactsOfAllShops() {
        assertThat(schema.views())
                .allSatisfy(view -> assertThat(
                                SET.matcher(view.statement()).results().map(set -> set.group(1)))
                        .as(view.name())
                        .isSubsetOf(FEW));
        assertThat(SET.matcher("(a, b) NOT IN (SELECT a, max(b)\n FROM deskpulse.order_facts FINAL)")
                        .results())
                .singleElement()
                .satisfies(set -> assertThat(set.group(1)).isEqualTo("order_facts"));
    }

    @Test
    void everyTableIsMadeByAFile() {
        assertThat(schema.retired().stream().map(RetiredMigration::tableFile).filter(Objects::nonNull))
                .isSubsetOf(schema.tables().stream().map(Migration::fileName).toList());
    }

    @Test
    void everyRuleIsWrittenAsTheCommandShowsIt() {
        assertThat(schema.rules())
                .isNotEmpty()
                .allSatisfy(seed -> assertThat(RuleText.file(seed.rule())).isEqualTo(seed.text()));
    }

    @Test
    void aNumberBelongsToOneFile() {
        Migration one = new Migration(2, "one", "");
        RetiredMigration old = new RetiredMigration(2, "old", "", "V002__another.sql", List.of());

        assertThatThrownBy(() -> schema(List.of(one, new Migration(2, "other", "")), List.of()))
                .hasMessage("two migrations have the same number: V002__one.sql and V002__other.sql");
        assertThatThrownBy(() -> schema(List.of(one), List.of(old)))
                .hasMessage(
                        "V002__one.sql has the number of V002__old.sql, which is retired: give it a number of its own");
        assertThat(schema(List.of(new Migration(2, "another", "")), List.of(old))
                        .tables())
                .hasSize(1);
    }

    private static Schema schema(List<Migration> tables, List<RetiredMigration> retired) {
        return new Schema(tables, retired, List.of(), List.<RuleSeed>of());
    }

    /** Text by name of all SQL files. */
    private static Map<String, String> files() {
        return ClassPathEntry.readFolder(Schema.class, "clickhouse", folder -> {
            Map<String, String> texts = new TreeMap<>();
            for (String part : List.of("tables", "views")) {
                try (Stream<Path> files = Files.list(folder.resolve(part))) {
                    files.forEach(file -> texts.put(file.getFileName().toString(), read(file)));
                }
            }
            return texts;
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
