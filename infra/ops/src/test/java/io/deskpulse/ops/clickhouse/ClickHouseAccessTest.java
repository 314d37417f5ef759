package io.deskpulse.ops.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClickHouseAccessTest {
    @Test
    void readsPlainAndJdbcAddresses() {
        assertThat(url("http://ch:8124")).isEqualTo("http://ch:8124");
        assertThat(url("http://ch/")).isEqualTo("http://ch:8123");
        assertThat(url("https://ch")).isEqualTo("https://ch:8443");
        assertThat(url("jdbc:clickhouse:http://ch:8123/deskpulse")).isEqualTo("http://ch:8123");
        assertThat(url("jdbc:clickhouse:https://ch/deskpulse")).isEqualTo("https://ch:8443");
        assertThat(url("jdbc:ch://ch:8123/deskpulse")).isEqualTo("http://ch:8123");
    }

    @Test
    void givesJdbcTheDatabase() {
        assertThat(ClickHouseAccess.parse("http://ch:8123", "u", "p").jdbcUrl())
                .isEqualTo("jdbc:clickhouse:http://ch:8123/deskpulse");
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String text : new String[] {"ch:8123", "ftp://ch", "http://", "http://ch/other", "http://a b"}) {
            assertThatThrownBy(() -> url(text))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(text)
                    .hasMessageContaining("expected http://HOST:PORT");
        }
    }

    @Test
    void itsTextHidesThePassword() {
        assertThat(ClickHouseAccess.parse("http://ch:8123", "u", "secret").toString())
                .isEqualTo("http://ch:8123 as u");
    }

    @Test
    void aConfiguredServerIsOneUserInAllRoles() {
        ClickHouseUsers users = ClickHouseUsers.configured(
                Map.of("CLICKHOUSE_URL", "http://ch:8123", "CLICKHOUSE_USER", "u", "CLICKHOUSE_PASSWORD", "p"));

        assertThat(users.admin()).isEqualTo(users.writer()).isEqualTo(users.reader());
        assertThat(users.reader().user()).isEqualTo("u");
        assertThat(ClickHouseUsers.configured(Map.of())).isNull();
    }

    private static String url(String text) {
        return ClickHouseAccess.parse(text, "u", "p").url().toString();
    }
}
