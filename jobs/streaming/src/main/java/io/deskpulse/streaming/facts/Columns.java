package io.deskpulse.streaming.facts;

import io.deskpulse.streaming.facts.Column.Of;
import io.deskpulse.streaming.facts.Column.OfBool;
import io.deskpulse.streaming.facts.Column.OfDouble;
import io.deskpulse.streaming.facts.Column.OfInt;
import io.deskpulse.streaming.facts.Column.OfLong;
import io.deskpulse.streaming.facts.Column.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of a table as they are told one after another, by name and by type. They are written in this order, whatever the table's.
 *
 * <p>An absent text, account or constant is the empty string. Of an absent number, instant or day the value is {@link #NONE}: null
 * where the column may be null, a bug where it may not.
 *
 * @param <R> row
 */
public final class Columns<R> {
    /** Stands for "no such number, instant or day", as in the facts. */
    public static final long NONE = Long.MIN_VALUE;

    private static final String TEXT = "String";
    private static final String INSTANT = "DateTime64(3, 'UTC')";
    private static final String DAY = "Date";
    private static final String NOBODY = "";

    private final List<Column<R>> columns = new ArrayList<>();

    /** {@code String}: a text of many different ones, such as an id. */
    public Columns<R> text(String name, Of<R, String> value) {
        return column(name, TEXT, texts(value));
    }

    /** {@code String}: a text of few different ones, such as a shop, an account or a reason. */
    public Columns<R> word(String name, Of<R, String> value) {
        return column(name, TEXT, texts(value));
    }

    /** {@code String}: the name of a constant. */
    public Columns<R> constant(String name, Of<R, ? extends Enum<?>> value) {
        return column(name, TEXT, (row, out) -> {
            Enum<?> constant = value.apply(row);
            out.text(constant == null ? NOBODY : constant.name());
        });
    }

    /** {@code Bool}. */
    public Columns<R> bool(String name, OfBool<R> value) {
        return column(name, "Bool", (row, out) -> out.bool(value.test(row)));
    }

    /** {@code Nullable(Bool)}. */
    public Columns<R> boolOrNull(String name, Of<R, Boolean> value) {
        return column(name, nullable("Bool"), (row, out) -> {
            Boolean flag = value.apply(row);
            out.isNull(flag == null);
            if (flag != null) {
                out.bool(flag);
            }
        });
    }

    /** {@code UInt8}: the flag by which the table's engine hides a row. */
    public Columns<R> uint8(String name, OfInt<R> value) {
        return column(name, "UInt8", (row, out) -> out.int8(value.applyAsInt(row)));
    }

    /** {@code UInt32}: a count. */
    public Columns<R> uint32(String name, OfInt<R> value) {
        return column(name, "UInt32", (row, out) -> out.int32(value.applyAsInt(row)));
    }

    /** {@code Int32}. */
    public Columns<R> int32(String name, OfInt<R> value) {
        return column(name, "Int32", (row, out) -> out.int32(value.applyAsInt(row)));
    }

    /** {@code UInt64}: a version. */
    public Columns<R> uint64(String name, OfLong<R> value) {
        return column(name, "UInt64", (row, out) -> out.int64(value.applyAsLong(row)));
    }

    /** {@code Int64}: an amount of money or of time. */
    public Columns<R> int64(String name, OfLong<R> value) {
        return column(name, "Int64", present(name, value, RowBinary::int64));
    }

    /** {@code Nullable(Int64)}. */
    public Columns<R> int64OrNull(String name, OfLong<R> value) {
        return column(name, nullable("Int64"), orNull(value, RowBinary::int64));
    }

    /** {@code Nullable(Int8)}. */
    public Columns<R> int8OrNull(String name, OfLong<R> value) {
        return column(name, nullable("Int8"), orNull(value, (out, number) -> out.int8((int) number)));
    }

    /** {@code Float64}: a number with a fraction. */
    public Columns<R> float64(String name, OfDouble<R> value) {
        return column(name, "Float64", (row, out) -> out.float64(value.applyAsDouble(row)));
    }

    /** {@code Nullable(Float64)}: a number with a fraction; null where it is not a number. */
    public Columns<R> float64OrNull(String name, OfDouble<R> value) {
        return column(name, nullable("Float64"), (row, out) -> {
            double number = value.applyAsDouble(row);
            out.isNull(Double.isNaN(number));
            if (!Double.isNaN(number)) {
                out.float64(number);
            }
        });
    }

    /** {@code Array(Float64)}: numbers with fractions. */
    public Columns<R> float64s(String name, Of<R, List<Double>> values) {
        return array(name, values, new Columns<Double>().float64(name, Double::doubleValue));
    }

    /** {@code DateTime64(3, 'UTC')}, of milliseconds since the epoch. */
    public Columns<R> instant(String name, OfLong<R> value) {
        return column(name, INSTANT, present(name, value, RowBinary::int64));
    }

    /** {@code Nullable(DateTime64(3, 'UTC'))}, of milliseconds since the epoch. */
    public Columns<R> instantOrNull(String name, OfLong<R> value) {
        return column(name, nullable(INSTANT), orNull(value, RowBinary::int64));
    }

    /** {@code Date}, of days since 1970-01-01. */
    public Columns<R> day(String name, OfLong<R> value) {
        return column(name, DAY, present(name, value, RowBinary::date));
    }

    /** {@code Nullable(Date)}, of days since 1970-01-01. */
    public Columns<R> dayOrNull(String name, OfLong<R> value) {
        return column(name, nullable(DAY), orNull(value, RowBinary::date));
    }

    /** {@code Array(String)}: texts of few different ones. */
    public Columns<R> words(String name, Of<R, List<String>> values) {
        return array(name, values, new Columns<String>().word(name, word -> word));
    }

    /** {@code Array(String)}: names of constants. */
    public Columns<R> constants(String name, Of<R, ? extends List<? extends Enum<?>>> values) {
        return array(name, values, new Columns<Enum<?>>().constant(name, constant -> constant));
    }

    /** {@code Array(DateTime64(3, 'UTC'))}, of milliseconds since the epoch. */
    public Columns<R> instants(String name, Of<R, List<Long>> values) {
        return array(name, values, new Columns<Long>().instant(name, Long::longValue));
    }

    /** The columns of a part of the row, here. */
    public <P> Columns<R> of(Of<R, P> part, Columns<P> itsColumns) {
        itsColumns.columns.forEach(column -> columns.add(column.within(part)));
        return this;
    }

    /** {@code Nested}: of each element the given columns, as arrays named {@code name.column}. */
    public <E> Columns<R> nested(String name, Of<R, ? extends List<? extends E>> elements, Columns<E> itsColumns) {
        itsColumns.columns.forEach(column -> columns.add(column.array(name + "." + column.name(), elements)));
        return this;
    }

    /** What was told so far. */
    List<Column<R>> list() {
        return List.copyOf(columns);
    }

    private <E> Columns<R> array(String name, Of<R, ? extends List<? extends E>> elements, Columns<E> only) {
        columns.add(only.columns.get(0).array(name, elements));
        return this;
    }

    private Columns<R> column(String name, String type, Writer<R> writer) {
        columns.add(new Column<>(name, type, writer));
        return this;
    }

    /** How a number is written, once it is known to be there. */
    @FunctionalInterface
    private interface Number extends java.io.Serializable {
        void write(RowBinary out, long number);
    }

    private static <R> Writer<R> texts(Of<R, String> value) {
        return (row, out) -> {
            String text = value.apply(row);
            out.text(text == null ? NOBODY : text);
        };
    }

    private static <R> Writer<R> present(String name, OfLong<R> value, Number number) {
        return (row, out) -> {
            long present = value.applyAsLong(row);
            if (present == NONE) {
                throw new IllegalStateException("column " + name + " is never null, but this row has nothing for it");
            }
            number.write(out, present);
        };
    }

    private static <R> Writer<R> orNull(OfLong<R> value, Number number) {
        return (row, out) -> {
            long present = value.applyAsLong(row);
            out.isNull(present == NONE);
            if (present != NONE) {
                number.write(out, present);
            }
        };
    }

    private static String nullable(String type) {
        return "Nullable(" + type + ")";
    }
}
