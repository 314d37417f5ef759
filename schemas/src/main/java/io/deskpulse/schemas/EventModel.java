package io.deskpulse.schemas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's view of the generated event classes.
 *
 * <p>Avro loads classes by the names that schemas mention and therefore refuses packages that no JVM flag trusts. Here the
 * classes are known beforehand and nothing else is ever loaded, so readers work in any JVM without that flag.
 */
public final class EventModel extends SpecificData {

    /** The one model; safe for use by several threads. */
    public static final EventModel INSTANCE = new EventModel();

    private final Map<String, Class<?>> classes = new HashMap<>();

    private EventModel() {
        super(EventModel.class.getClassLoader());
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        for (EventStream stream : EventStream.values()) {
            collect(stream);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature of SpecificData
    public Class getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> classes.get(schema.getFullName());
            default -> super.getClass(schema);
        };
    }

    private void collect(EventStream stream) {
        Deque<Schema> pending = new ArrayDeque<>();
        pending.push(stream.schema());
        while (!pending.isEmpty()) {
            Schema schema = pending.pop();
            switch (schema.getType()) {
                case RECORD -> {
                    if (classes.put(schema.getFullName(), generated(schema)) == null) {
                        schema.getFields().forEach(field -> pending.push(field.schema()));
                    }
                }
                case ENUM -> classes.put(schema.getFullName(), generated(schema));
                case UNION -> schema.getTypes().forEach(pending::push);
                case ARRAY -> pending.push(schema.getElementType());
                default -> {}
            }
        }
    }

    private static Class<?> generated(Schema schema) {
        try {
            return Class.forName(schema.getFullName(), true, EventModel.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no generated class for " + schema.getFullName(), e);
        }
    }
}
