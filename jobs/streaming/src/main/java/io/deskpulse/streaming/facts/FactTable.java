package io.deskpulse.streaming.facts;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of ClickHouse and what a row puts into it. Columns of the server that it does not name take their defaults there.
 *
 * @param <R> row, {@link FactRow} for facts
 */
public final class FactTable<R> implements Serializable {
    private final String name;
    private final List<Column<R>> columns;

    /**
     * A table of the current database.
     *
     * @throws IllegalArgumentException when a column is told twice
     */
    public FactTable(String name, Columns<R> columns) {
        this(name, columns.list());
    }

    /**
     * A table of facts: shop, id, version, what became of deliveries, and what the facts put into it.
     *
     * @param name table of the current database
     * @param idColumn column of {@link FactRow#id}
     */
    public static <F> FactTable<FactRow<F>> of(String name, String idColumn, Columns<F> facts) {
        return new FactTable<>(
                name,
                new Columns<FactRow<F>>()
                        .word("shop_id", FactRow::shopId)
                        .text(idColumn, FactRow::id)
                        .uint64("version", FactRow::version)
                        .uint8("is_deleted", row -> row.isTakenBack() ? 1 : 0)
                        .uint32("superseded", row -> row.superseded().deliveries())
                        .text("superseded_example", row -> row.superseded().exampleId())
                        .of(FactRow::facts, facts));
    }

    /** The same, of another table's columns. */
    public FactTable(String name, List<Column<R>> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column<R> column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("table " + name + " has column " + column.name() + " twice");
            }
        }
    }

    /** Its name, without a database. */
    public String name() {
        return name;
    }

    /** Its columns, in the order in which {@link #write} writes them. */
    public List<Column<R>> columns() {
        return columns;
    }

    /** Appends a row. Nothing of it is kept: it may change as soon as this returns. */
    public void write(R row, RowBinary out) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).writer().write(row, out);
        }
    }
}
