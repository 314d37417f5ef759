package io.deskpulse.imports.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": 1e-9999999991}", "{\"id\": 1e9999999991}", "{\"id\": 1e", "{", "id"})
    void whatIsNoDocumentIsNone(String text) {
        assertThat(Json.parse(text)).isNull();
    }
}
