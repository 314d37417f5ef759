package io.deskpulse.streaming.facts;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A column of a table: name, type and value, told together.
 *
 * @param name its name; that of a nested one has a dot
 * @param type its ClickHouse type, letter by letter as {@code system.columns} tells it
 * @param writer writes the value that it takes of a row
 * @param <R> row
 */
public record Column<R>(String name, String type, Writer<R> writer) implements Serializable {

    /** Writes one value in the form of the column's type. */
    @FunctionalInterface
    public interface Writer<R> extends Serializable {
        /** Takes the value of {@code row}; keeps nothing of it. */
        void write(R row, RowBinary out);
    }

    /** A value that is an object. */
    @FunctionalInterface
    public interface Of<R, V> extends Function<R, V>, Serializable {}

    /** A value that is a flag. */
    @FunctionalInterface
    public interface OfBool<R> extends Predicate<R>, Serializable {}

    /** A value of 32 bits. */
    @FunctionalInterface
    public interface OfInt<R> extends ToIntFunction<R>, Serializable {}

    /** A value of 64 bits. */
    @FunctionalInterface
    public interface OfLong<R> extends ToLongFunction<R>, Serializable {}

    /** A value of 64 bits with a fraction. */
    @FunctionalInterface
    public interface OfDouble<R> extends ToDoubleFunction<R>, Serializable {}

    /** The same column of a larger row, of which this one's is a part. */
    <W> Column<W> within(Of<W, R> part) {
        return new Column<>(name, type, (row, out) -> writer.write(part.apply(row), out));
    }

    /** A column of as many such values as the row has elements. */
    <W> Column<W> array(String arrayName, Of<W, ? extends List<? extends R>> elements) {
        return new Column<>(arrayName, "Array(" + type + ")", (row, out) -> {
            List<? extends R> all = elements.apply(row);
            out.length(all.size());
            for (int i = 0; i < all.size(); i++) {
                writer.write(all.get(i), out);
            }
        });
    }
}
