package io.deskpulse.streaming.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row as ClickHouse reads it: out of the bytes that its table writes, by the types that its table tells. */
public final class StoredRow {
    private final ByteBuffer bytes;

    private StoredRow(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Values by column, in the order of the columns; fails when the types do not account for every byte. */
    public static <R> Map<String, Object> of(FactTable<R> table, R row) {
        RowBinary binary = new RowBinary();
        table.write(row, binary);
        StoredRow reader = new StoredRow(bytes(binary));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column<R> column : table.columns()) {
            values.put(column.name(), reader.value(column.type()));
        }
        assertThat(reader.bytes.remaining())
                .as("bytes of %s beyond its columns", table.name())
                .isZero();
        return values;
    }

    /** All but the version as text; equal text is equal content. */
    public static <R> String text(FactTable<R> table, R row) {
        Map<String, Object> values = of(table, row);
        values.remove("version");
        return values.toString();
    }

    static byte[] bytes(RowBinary binary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            binary.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Object value(String type) {
        if (type.startsWith("Nullable(")) {
            return bytes.get() == 1 ? null : value(inner(type));
        } else if (type.startsWith("Array(")) {
            return array(inner(type));
        }
        return switch (type) {
            case "String" -> text();
            case "Bool" -> bytes.get() == 1;
            case "Int8" -> (int) bytes.get();
            case "UInt8" -> Byte.toUnsignedInt(bytes.get());
            case "Int32" -> bytes.getInt();
            case "UInt32" -> Integer.toUnsignedLong(bytes.getInt());
            case "Int64", "UInt64" -> bytes.getLong();
            case "Date" -> LocalDate.ofEpochDay(Short.toUnsignedInt(bytes.getShort()));
            case "DateTime64(3, 'UTC')" -> Instant.ofEpochMilli(bytes.getLong());
            default -> throw new AssertionError("this test does not know the type " + type);
        };
    }

    private List<Object> array(String element) {
        List<Object> values = new ArrayList<>();
        for (int left = length(); left > 0; left--) {
            values.add(value(element));
        }
        return values;
    }

    private String text() {
        byte[] utf8 = new byte[length()];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int length() {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return length;
            }
        }
    }

    private static String inner(String type) {
        return type.substring(type.indexOf('(') + 1, type.lastIndexOf(')'));
    }
}
