package io.deskpulse.schemas.wire;

import io.deskpulse.schemas.EventStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The schemas that messages may have been written with, by fingerprint: every released one and that of this release.
 *
 * <p>Released copies lie on the class path as {@code released/<topic>/<number>.avsc}, numbered from 1 without gaps.
 * Immutable; safe for use by several threads.
 */
public final class SchemaCatalog {

    private static final SchemaCatalog RELEASED = load();

    private final Map<EventStream, Map<Long, Schema>> schemas;

    private SchemaCatalog(Map<EventStream, Map<Long, Schema>> schemas) {
        this.schemas = schemas;
    }

    /** The schemas this release knows by itself. */
    public static SchemaCatalog released() {
        return RELEASED;
    }

    /** This catalog and one more schema, say that of a newer release whose events must be read before an upgrade. */
    public SchemaCatalog plus(EventStream stream, Schema writerSchema) {
        Map<EventStream, Map<Long, Schema>> extended = new EnumMap<>(schemas);
        Map<Long, Schema> ofStream = new HashMap<>(schemas.get(stream));
        ofStream.put(SingleObject.fingerprint(writerSchema), writerSchema);
        extended.put(stream, ofStream);
        return new SchemaCatalog(extended);
    }

    /** The schema of a stream with this fingerprint, or null when it is unknown. */
    public Schema writerSchema(EventStream stream, long fingerprint) {
        return schemas.get(stream).get(fingerprint);
    }

    /** The released copies of a stream's schema, oldest first; the last one is that of this release. */
    public static List<Schema> releasedCopies(EventStream stream) {
        List<Schema> copies = new ArrayList<>();
        for (int number = 1; ; number++) {
            String resource = "/released/" + stream.topic() + "/" + number + ".avsc";
            try (InputStream in = SchemaCatalog.class.getResourceAsStream(resource)) {
                if (in == null) {
                    return copies;
                }
                copies.add(new Schema.Parser().parse(in));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource, e);
            }
        }
    }

    private static SchemaCatalog load() {
        Map<EventStream, Map<Long, Schema>> schemas = new EnumMap<>(EventStream.class);
        for (EventStream stream : EventStream.values()) {
            Map<Long, Schema> ofStream = new HashMap<>();
            for (Schema copy : releasedCopies(stream)) {
                ofStream.put(SingleObject.fingerprint(copy), copy);
            }
            ofStream.put(SingleObject.fingerprint(stream.schema()), stream.schema());
            schemas.put(stream, ofStream);
        }
        return new SchemaCatalog(schemas);
    }
}
