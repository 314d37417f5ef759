package io.deskpulse.dashboards.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.dashboards.server.Frame.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WideFrameTest {
    @Test
    void becomesOneColumnASeriesAndOneRowAnInstant() {
        Frame frame = new Frame(List.of(
                new Field("time", Field.TIME, List.of(1L, 1L, 2L, 3L)),
                new Field("shop", Field.STRING, List.of("a", "b", "b", "a")),
                new Field("waits", Field.NUMBER, List.of(10, 20, 30, 40))));

        Frame wide = WideFrame.of(frame);

        assertThat(wide.fields())
                .containsExactly(
                        new Field("time", Field.TIME, List.of(1L, 2L, 3L)),
                        new Field("waits", Field.NUMBER, Map.of("shop", "a"), Arrays.asList(10, null, 40)),
                        new Field("waits", Field.NUMBER, Map.of("shop", "b"), Arrays.asList(20, 30, null)));
    }

    @Test
    void keepsNumbersApartByName() {
        Frame frame = new Frame(List.of(
                new Field("time", Field.TIME, List.of(1L)),
                new Field("shop", Field.STRING, List.of("a")),
                new Field("median", Field.NUMBER, List.of(1)),
                new Field("p90", Field.NUMBER, List.of(2))));

        assertThat(WideFrame.of(frame).fields()).extracting(Field::name).containsExactly("time", "median", "p90");
    }

    @Test
    void leavesAFrameWithoutNamesOfSeriesAsItIs() {
        Frame frame = new Frame(List.of(
                new Field("time", Field.TIME, List.of(1L, 2L)), new Field("waits", Field.NUMBER, List.of(1, 2))));

        assertThat(WideFrame.of(frame)).isSameAs(frame);
    }

    @Test
    void becomesNoRowsWithoutRows() {
        Frame frame = new Frame(List.of(
                new Field("time", Field.TIME, List.of()),
                new Field("shop", Field.STRING, List.of()),
                new Field("waits", Field.NUMBER, List.of())));

        assertThat(WideFrame.of(frame).length()).isZero();
    }

    @Test
    void refusesInstantsThatDoNotAscend() {
        Frame frame = new Frame(List.of(
                new Field("time", Field.TIME, List.of(2L, 1L)),
                new Field("shop", Field.STRING, List.of("a", "a")),
                new Field("waits", Field.NUMBER, List.of(1, 2))));

        assertThatThrownBy(() -> WideFrame.of(frame)).hasMessageContaining("ordered by time");
    }
}
