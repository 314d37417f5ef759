package io.deskpulse.streaming.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.data.format.BinaryStreamUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are those of ClickHouse's own Java library. */
@SuppressWarnings("deprecation") // the library has no newer one without boxes
class RowBinaryTest {
    private final RowBinary rows = new RowBinary();
    private final ByteArrayOutputStream expected = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 127, 128, 255, 256, 65_535, Integer.MAX_VALUE, 1_762_827_015_000L, Long.MAX_VALUE})
    void numbers(long value) throws IOException {
        rows.int64(value);
        rows.int32((int) value);
        rows.int8((byte) value);
        BinaryStreamUtils.writeInt64(expected, value);
        BinaryStreamUtils.writeInt32(expected, (int) value);
        BinaryStreamUtils.writeInt8(expected, (byte) value);

        assertThat(StoredRow.bytes(rows)).isEqualTo(expected.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, Integer.MAX_VALUE})
    void lengths(int value) throws IOException {
        rows.length(value);
        BinaryStreamUtils.writeVarInt(expected, value);

        assertThat(StoredRow.bytes(rows)).isEqualTo(expected.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "在吗", "🙂", "\u0000"})
    void texts(String text) throws IOException {
        rows.text(text);
        rows.text(text.repeat(5_000));
        BinaryStreamUtils.writeString(expected, text);
        BinaryStreamUtils.writeString(expected, text.repeat(5_000));

        assertThat(StoredRow.bytes(rows)).isEqualTo(expected.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1.5, -1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY})
    void fractions(double value) throws IOException {
        rows.float64(value);
        BinaryStreamUtils.writeFloat64(expected, value);

        assertThat(StoredRow.bytes(rows)).isEqualTo(expected.toByteArray());
    }

    @Test
    void flagsAndNulls() throws IOException {
        rows.bool(true);
        rows.bool(false);
        rows.isNull(true);
        rows.isNull(false);
        BinaryStreamUtils.writeBoolean(expected, true);
        BinaryStreamUtils.writeBoolean(expected, false);
        BinaryStreamUtils.writeNull(expected);
        BinaryStreamUtils.writeNonNull(expected);

        assertThat(StoredRow.bytes(rows)).isEqualTo(expected.toByteArray());
    }

    @Test
    void daysAreTheNearestThatThereAre() throws IOException {
        LocalDate last = LocalDate.parse("2149-06-06");
        rows.date(LocalDate.parse("2026-11-11").toEpochDay());
        rows.date(last.toEpochDay());
        rows.date(last.toEpochDay() + 1);
        rows.date(-1);
        BinaryStreamUtils.writeDate(expected, LocalDate.parse("2026-11-11"));
        BinaryStreamUtils.writeDate(expected, last);
        BinaryStreamUtils.writeDate(expected, last);
        BinaryStreamUtils.writeDate(expected, LocalDate.EPOCH);

        assertThat(StoredRow.bytes(rows)).isEqualTo(expected.toByteArray());
    }

    @Test
    void rowsAreThereUntilTheyAreCleared() {
        rows.text("one");
        byte[] first = StoredRow.bytes(rows);

        assertThat(StoredRow.bytes(rows)).isEqualTo(first).hasSize(rows.size());
        rows.clear();
        assertThat(StoredRow.bytes(rows)).isEmpty();
        rows.text("two");
        assertThat(rows.size()).isEqualTo(4);
    }
}
