package io.deskpulse.streaming.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClickHouseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://ch:8124, http://ch:8124/deskpulse",
        "http://ch/, http://ch:8123/deskpulse",
        "https://ch, https://ch:8443/deskpulse",
        "http://ch/other, http://ch:8123/other",
        "jdbc:clickhouse:https://ch:9443/deskpulse, https://ch:9443/deskpulse",
        "jdbc:ch://ch:8123/deskpulse, http://ch:8123/deskpulse"
    })
    void readsPlainAndJdbcAddresses(String text, String expected) {
        assertThat(ClickHouseAddress.parse(text, "u", "p", null)).hasToString(expected + " as u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ch:8123",
                "ftp://ch",
                "http://",
                "http://a b",
                "http://ch/a/b",
                "http://ch/a:b",
                "http://ch?ssl=true",
                "http://ch#top",
                "http://ch:0",
                "http://ch:65536"
            })
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> ClickHouseAddress.parse(text, "u", "p", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected http(s)://HOST:PORT")
                .hasMessageEndingWith("got " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://u:hunter2@ch:8443/deskpulse", "ftp://u:hunter2@ch:8443/deskpulse"})
    void aPasswordInItIsNeitherPassedOverNorTold(String text) {
        assertThatThrownBy(() -> ClickHouseAddress.parse(text, "u", "p", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("user and password apart, got ***@ch:8443/deskpulse");
    }

    @Test
    void itsTextHidesThePassword() {
        assertThat(ClickHouseAddress.parse("http://ch", "u", "secret", null).toString())
                .doesNotContain("secret");
    }

    @Test
    void aBlankAuthorityIsNone() {
        assertThat(ClickHouseAddress.parse("https://ch", "u", "p", " ").authority())
                .isNull();
        assertThat(ClickHouseAddress.parse("https://ch", "u", "p", "ca.pem").authority())
                .isEqualTo("ca.pem");
    }
}
