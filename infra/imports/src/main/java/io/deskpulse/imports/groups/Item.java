package io.deskpulse.imports.groups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.input.Json;
import io.deskpulse.imports.input.Place;
import io.deskpulse.imports.sorting.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record, or a part of one, on its way into its group.
 *
 * @param subject what it belongs to
 * @param kind position of its kind in the mapping
 * @param id what its versions share
 * @param part whether it came inside of another record
 * @param place where it stands
 * @param content itself, in JSON
 */
record Item(String subject, int kind, String id, boolean part, Place place, byte[] content) {
    private static final char SEPARATOR = '\u0001';
    private static final int WIDTH = 19;

    /** As it is sorted: by subject, kind and id. */
    Entry entry() {
        String key = subject.replace(SEPARATOR, ' ') + SEPARATOR + (char) ('0' + kind) + SEPARATOR + padded(id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(part);
            out.writeUTF(shortened(place.file()));
            out.writeLong(place.line());
            out.writeUTF(shortened(place.pointer()));
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return new Entry(key.getBytes(StandardCharsets.UTF_8), bytes.toByteArray());
    }

    /** Whether another one says the same of the same. */
    boolean isSame(Item other) {
        return kind == other.kind && id.equals(other.id) && Arrays.equals(content, other.content);
    }

    static Item of(Entry entry) {
        String key = new String(entry.key(), StandardCharsets.UTF_8);
        int first = key.indexOf(SEPARATOR);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry.value()))) {
            boolean part = in.readBoolean();
            Place place = new Place(in.readUTF(), in.readLong(), in.readUTF());
            return new Item(
                    key.substring(0, first),
                    key.charAt(first + 1) - '0',
                    key.substring(first + 3),
                    part,
                    place,
                    in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("what was written here reads back", e);
        }
    }

    /** What it says. */
    ObjectNode record() {
        return (ObjectNode) Json.parse(content);
    }

    /** Ids that are numbers are sorted as numbers. */
    private static String padded(String id) {
        boolean number = id.length() < WIDTH && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? "0".repeat(WIDTH - id.length()) + id : id;
    }

    private static String shortened(String text) {
        return text.length() > 1_000 ? text.substring(0, 1_000) : text;
    }
}
