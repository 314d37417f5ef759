package io.deskpulse.streaming.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ClickHouseErrorsTest {

    @Test
    void aServerThatIsBusyOrAwayPasses() {
        assertThat(ClickHouseErrors.isTransient(new SQLException("Code: 252. DB::Exception: Too many parts")))
                .isTrue();
        assertThat(ClickHouseErrors.isTransient(new SQLException("memory", "HY000", 241)))
                .isTrue();
        assertThat(ClickHouseErrors.isTransient(
                        new SQLException(new RuntimeException(new ConnectException("refused")))))
                .isTrue();
    }

    @Test
    void aStatementThatCanNeverSucceedDoesNot() {
        assertThat(ClickHouseErrors.isTransient(new SQLException("Code: 60. DB::Exception: Unknown table")))
                .isFalse();
        assertThat(ClickHouseErrors.isTransient(new SQLException("Code: 516. DB::Exception: Authentication failed")))
                .isFalse();
        assertThat(ClickHouseErrors.isTransient(new IllegalArgumentException("An attempt to write null")))
                .isFalse();
    }

    @Test
    void theServersCodeOutweighsTheConnection() {
        SQLException failure =
                new SQLException("insert failed", new IOException("Code: 62. DB::Exception: Syntax error"));

        assertThat(ClickHouseErrors.isTransient(failure)).isFalse();
    }
}
