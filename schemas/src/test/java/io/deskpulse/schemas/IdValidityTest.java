package io.deskpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdValidityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e1",
                "小红",
                "room-\uD83D\uDE00",
                "\uD83D\uDE00\uD83D\uDE01",
                "?",
                "a b",
                "a\u2028b",
                "\uD7FF\uE000"
            })
    void wholeTextIsAnId(String id) {
        assertThat(IdValidity.isId(id)).isTrue();
        assertThat(IdValidity.required("order_id", id)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D",
                "\uDE00",
                "room-\uD83D",
                "\uD83D-room",
                "\uDE00\uD83D",
                "\uD83D\uD83D\uDE00",
                "\uD83D\uDE00\uDE00"
            })
    void halfACharacterIsNot(String id) {
        assertThat(IdValidity.isId(id)).isFalse();
        assertThat(IdValidity.isWhole(id)).isFalse();
        assertThat(IdValidity.required("order_id", id))
                .isEqualTo(IdValidity.optional("order_id", id))
                .isEqualTo(
                        Rejection.impossible(
                                "order_id",
                                "holds half a character, one of the two surrogates of an emoji; two such ids would become one"));
    }

    @Test
    void whatADecoderPutForALostCharacterIsNot() {
        assertThat(IdValidity.required("order_id", "room-\uFFFD").detail())
                .isEqualTo(
                        "field 'order_id': holds U+FFFD, the sign for a character that was lost; two such ids would become one");
    }

    @Test
    void onlyAnIdThatMustBeThereMayNotBeBlank() {
        assertThat(IdValidity.isId(" ")).isFalse();
        assertThat(IdValidity.required("order_id", " ").detail())
                .isEqualTo("field 'order_id': expected an id, got an empty string");
        assertThat(IdValidity.required("order_id", null)).isEqualTo(Rejection.missing("order_id", "required"));
        assertThat(IdValidity.isWhole("")).isTrue();
        assertThat(IdValidity.optional("order_id", "")).isNull();
    }

    @Test
    void anIdHasAnEnd() {
        assertThat(IdValidity.isId("x".repeat(1_000))).isTrue();
        assertThat(IdValidity.required("order_id", "x".repeat(1_001)).detail())
                .isEqualTo("field 'order_id': expected an id of at most 1,000 characters, got 1,001");
    }
}
