package io.deskpulse.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Instants;
import io.deskpulse.imports.input.Json;
import io.deskpulse.imports.mapping.Catalogue;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.MappingFiles;
import io.deskpulse.imports.mapping.MappingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields of records: none is passed over in silence, and a mapping reads none that no case has. */
class FieldsTest {
    /** What a template calls by name without that it stands in a record. */
    private static final Set<String> OWN = Set.of(
            "group",
            "record",
            "kind",
            "header",
            "previous",
            "subject",
            "buyers",
            "chat",
            "heads",
            "least",
            "most",
            "twice",
            "creations",
            "seller",
            "_parent",
            "created",
            "account",
            "from",
            "to",
            "nick",
            "key",
            "only",
            "quantity",
            "unit_price_fen",
            "_place");

    /** What loggers and systems write beside what they deliver. */
    private static final Set<String> BESIDE_WRAPPED = Set.of("headers", "received_at", "topic");

    static Stream<CasesTest.Case> cases() {
        return CasesTest.cases();
    }

    static Stream<String> sources() {
        return Catalogue.names().stream().filter(name -> !name.equals(Mappings.TABLES));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFieldIsUsedOrToldOrKnownToSayNothing(CasesTest.Case of) throws IOException {
        Set<String> accounted = new TreeSet<>();
        of.runner()
                .run(of.folder(), of.inputs())
                .report()
                .path("unmapped_fields")
                .fieldNames()
                .forEachRemaining(accounted::add);
        Set<String> silent = new TreeSet<>();
        if (of.isTable()) {
            Stream.of(Files.readAllLines(of.inputs().get(0)).get(0).split("[,;]"))
                    .forEach(silent::add);
            accounted.addAll(columns(of));
        } else {
            Mapping mapping = mapping(of.source());
            accounted.addAll(within(mapping));
            accounted.addAll(mapping.ignored());
            accounted.addAll(BESIDE_WRAPPED);
            for (String line : CasesTest.lines(of)) {
                names(Json.parse(line), within(mapping), silent);
            }
        }
        silent.removeAll(accounted);
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyFieldOfTheMappingIsInSomeCase(String source) throws IOException {
        Set<String> seen = new TreeSet<>(OWN);
        Mapping mapping = mapping(source);
        mapping.kinds().forEach(kind -> seen.add(kind.name()));
        for (CasesTest.Case of :
                cases().filter(one -> one.source().equals(source)).toList()) {
            for (String line : CasesTest.lines(of)) {
                if (!of.isTable()) {
                    names(Json.parse(line), within(mapping), seen);
                }
            }
            if (of.isTable()) {
                seen.addAll(
                        List.of(Files.readAllLines(of.inputs().get(0)).get(0).split("[,;]")));
            }
        }
        Set<String> unseen = new TreeSet<>(mapping.known());
        unseen.removeAll(seen);
        assertThat(unseen).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyWordOfAClosedListIsInSomeCase(String source) throws IOException {
        StringBuilder texts = new StringBuilder();
        for (CasesTest.Case of :
                cases().filter(one -> one.source().equals(source)).toList()) {
            CasesTest.lines(of).forEach(texts::append);
        }
        Set<String> unseen = new TreeSet<>();
        mapping(source).environment().tables().values().forEach(words -> unseen.addAll(words.keySet()));
        unseen.removeIf(word -> texts.indexOf("\"" + word + "\"") >= 0);
        assertThat(unseen).isEmpty();
    }

    /** Names that the mapping reads, and those of what stands around records. */
    private static Set<String> within(Mapping mapping) {
        Set<String> names = new TreeSet<>(mapping.known());
        names.addAll(Set.of("body", "payload", "rawBody"));
        mapping.envelopes().forEach(path -> names.addAll(List.of(path.split("\\."))));
        return names;
    }

    /** Names as far down as the mapping looks; a logger keeps what it received as a text. */
    private static void names(JsonNode node, Set<String> known, Set<String> names) {
        node.properties().forEach(field -> {
            names.add(field.getKey());
            if (known.contains(field.getKey())) {
                JsonNode value = field.getValue();
                names(
                        value.isTextual() && value.asText().startsWith("{") ? Json.parse(value.asText()) : value,
                        known,
                        names);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> names(element, known, names));
        }
    }

    private static Set<String> columns(CasesTest.Case of) throws IOException {
        if (!of.source().equals(Mappings.TABLES)) {
            Mapping mapping = mapping(of.source());
            Set<String> both = new TreeSet<>(mapping.known());
            both.addAll(mapping.ignored());
            return both;
        }
        return io.deskpulse.imports.columns.ColumnsFile.read(
                        "columns.yaml",
                        Files.readString(of.folder().resolve("columns.yaml")),
                        new Environment(new Instants(ZoneOffset.UTC, false)),
                        Map.of())
                .known();
    }

    private static Mapping mapping(String source) {
        return MappingReader.read(
                MappingFiles.bundled(source), new Environment(new Instants(ZoneOffset.UTC, false)), Map.of());
    }
}
