package io.deskpulse.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.schemas.EventStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was released stays readable: the promise of the topics, checked against every copy in {@code released}. */
class ReleasedSchemasTest {

    private static final Path COPIES = Path.of("src", "main", "resources", "released");
    private static final String WHAT_MAY_CHANGE =
            "Only add optional fields (null by default) and enum symbols, and remove "
                    + "optional fields; a new body type, or null where a value was required, is told in READERS_FIRST: "
                    + "who reads is upgraded before who writes it; anything else needs a new version of the topic.";

    /**
     * Bodies that readers of an older copy cannot read, by their place in its schema. Such a reader sets them apart as dead letters,
     * which come back when it was upgraded.
     */
    private static final Map<EventStream, Set<String>> READERS_FIRST = Map.of(
            // ConversationTransferred without to_agent_id: forwarded to a queue
            // ProductRecommended
            EventStream.CHAT, Set.of("/fields/6/type/4", "/fields/6/type/14"),
            // TicketMerged
            EventStream.TICKETS, Set.of("/fields/8/type/14"));

    private static final boolean RELEASE = Boolean.getBoolean("schemas.release");

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void currentSchemaIsTheNewestReleasedCopy(EventStream stream) throws IOException {
        Schema current = withoutJavaHints(stream.schema());
        if (RELEASE) {
            copies(stream).forEach(copy -> assertReads(current, copy, Set.of()));
            copies(stream).forEach(copy -> assertReads(copy, current, READERS_FIRST.getOrDefault(stream, Set.of())));
            write(stream, current);
        }

        List<Schema> copies = copies(stream);

        // Compared as one boolean: the two schemas, printed, would bury what to do.
        boolean released = !copies.isEmpty() && copies.get(copies.size() - 1).equals(current);
        assertThat(released).as(howToRelease(stream)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void everyReleaseHasItsOwnFingerprint(EventStream stream) {
        assertThat(copies(stream)).extracting(SingleObject::fingerprint).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void currentReaderReadsEveryReleasedWriter(EventStream stream) {
        for (Schema released : copies(stream)) {
            assertReads(stream.schema(), released, Set.of());
        }
    }

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void everyReleasedReaderReadsTheCurrentWriter(EventStream stream) {
        for (Schema released : copies(stream)) {
            assertReads(released, stream.schema(), READERS_FIRST.getOrDefault(stream, Set.of()));
        }
    }

    /** Avro's compatibility does not look at logical types: an instant read as a bare number would pass it. */
    @ParameterizedTest
    @EnumSource(EventStream.class)
    void noFieldEverChangedItsLogicalType(EventStream stream) {
        Map<String, String> current = logicalTypes(stream.schema());
        for (Schema released : copies(stream)) {
            logicalTypes(released).forEach((field, logicalType) -> {
                if (current.containsKey(field)) {
                    assertThat(current).containsEntry(field, logicalType);
                }
            });
        }
    }

    private static void assertReads(Schema reader, Schema writer, Set<String> mayNotRead) {
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        List<String> problems = pair.getResult().getIncompatibilities().stream()
                .filter(problem -> !mayNotRead.contains(problem.getLocation()))
                .map(problem -> problem.getType() + " at " + problem.getLocation() + ": " + problem.getMessage())
                .toList();
        assertThat(problems).as(WHAT_MAY_CHANGE).isEmpty();
    }

    private static String howToRelease(EventStream stream) {
        return String.format(
                "The schema of %s differs from its newest released copy. If the change is meant, run%n"
                        + "    mvn -f schemas/pom.xml test -Dtest=ReleasedSchemasTest -Dschemas.release=true%n"
                        + "commit the new file under schemas/%s, and announce it in the commit (Schema: ...).",
                stream.topic(), COPIES);
    }

    /** Adds a copy; renews the newest one where the wire is the same and only documentation, bounds or defaults differ. */
    private static void write(EventStream stream, Schema current) throws IOException {
        List<Schema> copies = copies(stream);
        boolean sameWire = !copies.isEmpty()
                && SingleObject.fingerprint(copies.get(copies.size() - 1)) == SingleObject.fingerprint(current);
        int number = sameWire ? copies.size() : copies.size() + 1;
        Path copy = COPIES.resolve(stream.topic()).resolve(number + ".avsc");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, new ObjectMapper().readTree(current.toString()).toPrettyString() + "\n");
    }

    /** The copies in the source tree; those on the class path may be older than the one this run has just written. */
    private static List<Schema> copies(EventStream stream) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> COPIES.resolve(stream.topic()).resolve(number + ".avsc"))
                .takeWhile(Files::exists)
                .map(ReleasedSchemasTest::parse)
                .toList();
    }

    private static Schema parse(Path copy) {
        try {
            return new Schema.Parser().parse(copy.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Released copies are for readers in any language: without the note that Java shall use String. */
    private static Schema withoutJavaHints(Schema schema) {
        String json = schema.toString().replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"");
        return new Schema.Parser().parse(json);
    }

    private static Map<String, String> logicalTypes(Schema schema) {
        Map<String, String> types = new HashMap<>();
        collect(schema, schema.getFullName(), types);
        return types;
    }

    private static void collect(Schema schema, String path, Map<String, String> types) {
        switch (schema.getType()) {
            case RECORD ->
                schema.getFields()
                        .forEach(field -> collect(field.schema(), schema.getFullName() + "." + field.name(), types));
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, path, types));
            case ARRAY -> collect(schema.getElementType(), path, types);
            case LONG ->
                types.put(
                        path,
                        schema.getLogicalType() == null
                                ? "none"
                                : schema.getLogicalType().getName());
            default -> {}
        }
    }
}
