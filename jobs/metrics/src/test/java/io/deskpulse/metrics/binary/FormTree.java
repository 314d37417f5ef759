package io.deskpulse.metrics.binary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The fields of a form as any reader of its description would see them, written without {@link FormReader}: to take some out, to put
 * others in, and to write them again.
 *
 * @param form number of the form
 * @param fields its fields
 */
public record FormTree(int form, List<Field> fields) {
    private static final int UNKNOWN_TAG = 30_000;

    /** One field; its value is a Long, a String (text), a Name, or a list of fields. */
    public record Field(int tag, Object value) {}

    private record Name(String text) {}

    /** Takes a form apart. */
    public static FormTree of(byte[] bytes) {
        return new FormTree(bytes[0] & 0x7F, new Parser(bytes).fields(false));
    }

    /** Writes it again. */
    public byte[] bytes() {
        FormWriter out = new FormWriter().begin(new FormId("tree", form));
        fields.forEach(field -> write(field, out));
        return out.toBytes();
    }

    /** The same without one field, which may lie in a group. */
    public FormTree without(SplittableRandom random) {
        return new FormTree(form, changed(fields, random, true));
    }

    /** The same with one more field of a tag that nobody knows, which may lie in a group. */
    public FormTree withUnknown(SplittableRandom random) {
        return new FormTree(form, changed(fields, random, false));
    }

    private static List<Field> changed(List<Field> fields, SplittableRandom random, boolean takeOut) {
        List<Field> changed = new ArrayList<>(fields);
        int at = random.nextInt(fields.size() + (takeOut ? 0 : 1));
        if (at < fields.size()
                && fields.get(at).value() instanceof List<?> group
                && !group.isEmpty()
                && random.nextInt(4) > 0) {
            changed.set(at, new Field(fields.get(at).tag(), changed(group(fields.get(at)), random, takeOut)));
        } else if (takeOut) {
            changed.remove(at);
        } else {
            changed.add(at, new Field(UNKNOWN_TAG, unknown(random, 3)));
        }
        return changed;
    }

    private static Object unknown(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 4)) {
            case 0 -> random.nextLong() >>> random.nextInt(64) | 1;
            case 1 -> "neu ✓ " + random.nextInt();
            case 2 -> new Name("name " + random.nextInt(3));
            default -> List.of(new Field(1, unknown(random, depth - 1)), new Field(2, unknown(random, depth - 1)));
        };
    }

    private static void write(Field field, FormWriter out) {
        Object value = field.value();
        if (value instanceof Long number) {
            out.instant(field.tag(), number >>> 1 ^ -(number & 1), 0, Long.MIN_VALUE);
        } else if (value instanceof String text) {
            out.text(field.tag(), text);
        } else if (value instanceof Name name) {
            out.name(field.tag(), name.text());
        } else {
            out.group(field.tag());
            group(field).forEach(inner -> write(inner, out));
            out.end();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Field> group(Field field) {
        return (List<Field>) field.value();
    }

    private static final class Parser {
        private final byte[] bytes;
        private final List<String> names = new ArrayList<>();
        private int at = 1;

        Parser(byte[] bytes) {
            this.bytes = bytes;
        }

        List<Field> fields(boolean inGroup) {
            List<Field> fields = new ArrayList<>();
            while (at < bytes.length) {
                long key = varint();
                if (key == 0 && inGroup) {
                    return fields;
                }
                fields.add(new Field((int) (key >>> 2), value((int) key & 3)));
            }
            return fields;
        }

        private Object value(int kind) {
            return switch (kind) {
                case 0 -> varint();
                case 1 -> text((int) varint());
                case 2 -> new Name(name(varint()));
                default -> fields(true);
            };
        }

        private String name(long place) {
            if ((place & 1) == 1) {
                return names.get((int) (place >>> 1));
            }
            names.add(text((int) (place >>> 1)));
            return names.get(names.size() - 1);
        }

        private String text(int length) {
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }

        private long varint() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                number |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }
}
