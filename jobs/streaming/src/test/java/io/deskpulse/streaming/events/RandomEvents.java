package io.deskpulse.streaming.events;

import io.deskpulse.schemas.EventModel;
import io.deskpulse.schemas.EventStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Events of any stream by its schema alone, valid or nearly so, and messages that were damaged on the way. */
final class RandomEvents {
    private static final String[] TEXTS = {
        "a", "s1:lin", "退款", "x y", "0", "é", "\uD83D\uDE00", "\u007F", "q".repeat(300)
    };
    private static final String[] STRANGE_TEXTS = {
        "", " ", "\t\n", "\u3000", "\u00A0", "\u2003\u3000", "\u3000x", "\u0000"
    };
    private static final long[] NUMBERS = {1, 2, 3, 4, 63, 64, 8_191, 8_192, 99_800, 1L << 26};
    private static final long[] STRANGE_NUMBERS = {
        0, -1, -2, 5, 6, 1L << 27, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final long NOW = 1_794_369_600_000L;
    private static final long[] STRANGE_INSTANTS = {
        0, -1, 1, 7_258_118_399_999L, 7_258_118_400_000L, NOW * 1_000, Long.MAX_VALUE, Long.MIN_VALUE
    };

    private final SplittableRandom random;
    private double strangeness;

    RandomEvents(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * An event with a body of any kind.
     *
     * @param share of values that may make it invalid, 0 to 1
     */
    SpecificRecord event(EventStream stream, double share) {
        strangeness = share;
        return record(stream.schema());
    }

    /** The message as it is, or cut, longer, or with some bytes changed. */
    byte[] damaged(byte[] message) {
        int at = random.nextInt(message.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(message, at);
            case 1 -> Arrays.copyOf(message, message.length + 1 + random.nextInt(3));
            case 2 -> without(message, at);
            case 3 -> changed(message, at, (byte) random.nextInt(256));
            case 4 -> changed(message, at, (byte) (message[at] ^ 1 << random.nextInt(8)));
            default -> changed(changed(message, at, (byte) 0x80), random.nextInt(message.length), (byte) 0xFF);
        };
    }

    private SpecificRecord record(Schema schema) {
        SpecificRecord record = (SpecificRecord) EventModel.INSTANCE.newRecord(null, schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }

    private Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION ->
                value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case NULL -> null;
            case STRING -> isStrange() ? any(STRANGE_TEXTS) : any(TEXTS);
            case ENUM -> EventModel.INSTANCE.createEnum(symbol(schema), schema);
            case INT -> (int) number();
            case LONG -> schema.getLogicalType() == null ? number() : instant();
            case BOOLEAN -> random.nextBoolean();
            case ARRAY -> list(schema.getElementType());
            default -> throw new IllegalStateException("no values of " + schema);
        };
    }

    private String symbol(Schema schema) {
        List<String> symbols = schema.getEnumSymbols();
        return symbols.get(isStrange() ? symbols.size() - 1 : random.nextInt(symbols.size() - 1));
    }

    private long number() {
        return isStrange()
                ? STRANGE_NUMBERS[random.nextInt(STRANGE_NUMBERS.length)]
                : strangeness == 0 ? 1 + random.nextInt(4) : NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private Instant instant() {
        return Instant.ofEpochMilli(
                isStrange() ? STRANGE_INSTANTS[random.nextInt(STRANGE_INSTANTS.length)] : NOW + random.nextInt(1_000));
    }

    private List<Object> list(Schema element) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(element));
        }
        return list;
    }

    private boolean isStrange() {
        return random.nextDouble() < strangeness;
    }

    private String any(String[] texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static byte[] changed(byte[] message, int at, byte to) {
        byte[] changed = message.clone();
        changed[at] = to;
        return changed;
    }

    private static byte[] without(byte[] message, int at) {
        byte[] shorter = new byte[message.length - 1];
        System.arraycopy(message, 0, shorter, 0, at);
        System.arraycopy(message, at + 1, shorter, at, message.length - at - 1);
        return shorter;
    }
}
