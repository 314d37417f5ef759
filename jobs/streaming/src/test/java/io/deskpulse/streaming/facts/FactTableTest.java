package io.deskpulse.streaming.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class FactTableTest {
    private record Item(long atMillis, String account) {}

    private record Box(TimeUnit unit, Boolean flag, long number, String text, List<String> words, List<Item> items) {}

    private static final FactTable<FactRow<Box>> BOXES = FactTable.of(
            "boxes",
            "box_id",
            new Columns<Box>()
                    .constant("unit", Box::unit)
                    .boolOrNull("flag", Box::flag)
                    .of(box -> box, numbers())
                    .text("text", Box::text)
                    .words("words", Box::words)
                    .nested(
                            "items",
                            Box::items,
                            new Columns<Item>()
                                    .instantOrNull("at", Item::atMillis)
                                    .word("account", Item::account)));

    private static Columns<Box> numbers() {
        return new Columns<Box>()
                .int64OrNull("number", Box::number)
                .int8OrNull("small", Box::number)
                .instantOrNull("at", Box::number)
                .dayOrNull("day", Box::number);
    }

    @Test
    void columnsHaveTheTypesOfTheServer() {
        assertThat(BOXES.columns().stream().map(column -> column.name() + " " + column.type()))
                .containsExactly(
                        "shop_id String",
                        "box_id String",
                        "version UInt64",
                        "is_deleted UInt8",
                        "superseded UInt32",
                        "superseded_example String",
                        "unit String",
                        "flag Nullable(Bool)",
                        "number Nullable(Int64)",
                        "small Nullable(Int8)",
                        "at Nullable(DateTime64(3, 'UTC'))",
                        "day Nullable(Date)",
                        "text String",
                        "words Array(String)",
                        "items.at Array(Nullable(DateTime64(3, 'UTC')))",
                        "items.account Array(String)");
    }

    @Test
    void everyColumnTakesItsValue() {
        Box box = new Box(TimeUnit.DAYS, true, 7, "在吗", List.of("x", "y"), List.of(new Item(1, "a"), new Item(2, "b")));

        assertThat(StoredRow.of(BOXES, row(box)))
                .hasToString("{shop_id=s1, box_id=b1, version=9, is_deleted=0, superseded=0, superseded_example=,"
                        + " unit=DAYS, flag=true, number=7, small=7,"
                        + " at=1970-01-01T00:00:00.007Z, day=1970-01-08, text=在吗, words=[x, y],"
                        + " items.at=[1970-01-01T00:00:00.001Z, 1970-01-01T00:00:00.002Z], items.account=[a, b]}");
    }

    @Test
    void whatIsAbsentIsNullOrEmpty() {
        Box box = new Box(null, null, Columns.NONE, null, List.of(), List.of(new Item(Columns.NONE, null)));

        assertThat(StoredRow.of(BOXES, row(box)))
                .hasToString("{shop_id=s1, box_id=b1, version=9, is_deleted=0, superseded=0, superseded_example=,"
                        + " unit=, flag=null, number=null, small=null,"
                        + " at=null, day=null, text=, words=[], items.at=[null], items.account=[]}");
    }

    @Test
    void aColumnThatIsNeverNullSaysWhenItWouldBe() {
        FactTable<Item> table = new FactTable<>("items", new Columns<Item>().instant("at", Item::atMillis));

        assertThatThrownBy(() -> table.write(new Item(Columns.NONE, "a"), new RowBinary()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("column at");
    }

    @Test
    void nothingOfARowIsKept() {
        List<String> words = new ArrayList<>(List.of("before"));
        RowBinary rows = new RowBinary();

        BOXES.write(row(new Box(null, null, 1, "t", words, List.of())), rows);
        byte[] written = StoredRow.bytes(rows);
        words.set(0, "after");

        assertThat(StoredRow.bytes(rows)).isEqualTo(written);
    }

    @Test
    void tablesTravelToTheTasks() throws IOException, ClassNotFoundException {
        Box box = new Box(TimeUnit.DAYS, false, 7, "t", List.of("x"), List.of(new Item(1, "a")));

        FactTable<FactRow<Box>> copy = InstantiationUtil.clone(BOXES);

        assertThat(copy.name()).isEqualTo("boxes");
        assertThat(StoredRow.of(copy, row(box))).isEqualTo(StoredRow.of(BOXES, row(box)));
    }

    @Test
    void aColumnIsToldOnce() {
        Columns<Item> twice = new Columns<Item>().instant("at", Item::atMillis).instant("at", Item::atMillis);

        assertThatThrownBy(() -> new FactTable<>("items", twice)).hasMessage("table items has column at twice");
    }

    private static FactRow<Box> row(Box box) {
        return new FactRow<>("s1", "b1", 9, box);
    }
}
