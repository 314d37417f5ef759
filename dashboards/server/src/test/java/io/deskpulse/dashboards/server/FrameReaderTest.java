package io.deskpulse.dashboards.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.dashboards.server.Frame.Field;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "DateTime('UTC'),                      \"1700000000\",     time,    1700000000000",
                "`DateTime64(3, 'Asia/Shanghai')`,     \"1700000000.123\", time,    1700000000123",
                "Nullable(DateTime),                   1700000000,         time,    1700000000000",
                "Date,                                 \"2026-11-22\",     time,    1795305600000",
                "UInt64,                               \"7\",              number,  7",
                "Nullable(Float64),                    0.5,                number,  0.5",
                "`Decimal(18, 2)`,                     1.25,               number,  1.25",
                "Bool,                                 true,               boolean, true",
                "LowCardinality(Nullable(String)),     \"s1\",             string,  s1",
                "`Enum8('A' = 1)`,                     \"A\",              string,  A",
                "Array(UInt8),                         `[1,2]`,            string,  `[1,2]`"
            })
    void readsAType(String type, String json, String kind, String value) throws IOException {
        Frame frame = read("""
                {"meta": [{"name": "x", "type": "%s"}], "data": [[%s], [null]]}""".formatted(type, json));

        Field field = frame.fields().get(0);
        assertThat(field.type()).isEqualTo(kind);
        assertThat(field.values()).hasSize(2);
        assertThat(field.values().get(0)).hasToString(value);
        assertThat(field.values().get(1)).isNull();
    }

    @Test
    void keepsColumnsOfAnEmptyResult() throws IOException {
        Frame frame = read("{\"meta\": [{\"name\": \"a\", \"type\": \"String\"}], \"data\": []}");

        assertThat(frame.fields()).containsExactly(new Field("a", Field.STRING, List.of()));
        assertThat(frame.length()).isZero();
    }

    private static Frame read(String json) throws IOException {
        return FrameReader.read(new ObjectMapper().readTree(json));
    }
}
