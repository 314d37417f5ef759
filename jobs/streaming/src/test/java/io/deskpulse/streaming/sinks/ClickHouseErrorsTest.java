package io.deskpulse.streaming.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.ClientException;
import com.clickhouse.client.api.ConnectionInitiationException;
import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

class ClickHouseErrorsTest {
    private static final ClickHouseAddress SERVER = ClickHouseAddress.parse("https://house:8443", "u", "secret", null);

    @Test
    void aServerThatIsBusyOrAwayPasses() {
        assertThat(ClickHouseErrors.isTransient(server(252, "Code: 252. DB::Exception: Too many parts", 500)))
                .isTrue();
        assertThat(ClickHouseErrors.isTransient(server(241, "memory", 500))).isTrue();
        assertThat(ClickHouseErrors.isTransient(
                        new ConnectionInitiationException("no connection", new ConnectException("refused"))))
                .isTrue();
        assertThat(ClickHouseErrors.isTransient(
                        new RuntimeException("Code: 0. DB::Exception: <Unreadable>", new IOException("reset"))))
                .isTrue();
    }

    @Test
    void aProxyThatCannotReachTheServerPasses() {
        assertThat(ClickHouseErrors.isTransient(server(0, "Code: 0. DB::Exception: <Unreadable error message>", 503)))
                .isTrue();
        assertThat(ClickHouseErrors.isTransient(
                        new ClientException("Server returned '502 Bad gateway'. Check network and proxy settings.")))
                .isTrue();
        assertThat(ClickHouseErrors.isTransient(server(0, "<html>not found</html>", 404)))
                .isFalse();
    }

    @Test
    void aStatementThatCanNeverSucceedDoesNot() {
        assertThat(ClickHouseErrors.isTransient(server(60, "Code: 60. DB::Exception: Unknown table", 404)))
                .isFalse();
        assertThat(ClickHouseErrors.isTransient(server(516, "Code: 516. DB::Exception: Authentication failed", 403)))
                .isFalse();
        assertThat(ClickHouseErrors.isTransient(new IllegalArgumentException("Endpoint should be a valid URL string")))
                .isFalse();
    }

    @Test
    void theServersCodeOutweighsTheConnection() {
        RuntimeException failure =
                new RuntimeException("insert failed", new IOException("Code: 62. DB::Exception: Syntax error"));

        assertThat(ClickHouseErrors.isTransient(failure)).isFalse();
    }

    @Test
    void aCertificateThatIsNotTrustedDoesNotPassAndNamesTheSetting() {
        Exception unknown = new SSLHandshakeException("PKIX path building failed");
        unknown.initCause(new CertificateException("unable to find valid certification path"));
        RuntimeException failure = new RuntimeException("insert failed", unknown);
        RuntimeException otherHost = new RuntimeException(new SSLPeerUnverifiedException("other host"));

        assertThat(ClickHouseErrors.isTransient(failure)).isFalse();
        assertThat(ClickHouseErrors.isTransient(otherHost)).isFalse();
        assertThat(ClickHouseErrors.remedy(failure, SERVER, "t"))
                .hasValue(
                        "the certificate of https://house:8443 is not trusted (unable to find valid certification path);"
                                + " name its authority with --clickhouse.ca FILE");
    }

    @Test
    void whatTheServerLacksIsNamedWithTheCommandThatMakesIt() {
        assertThat(ClickHouseErrors.remedy(
                        server(16, "Code: 16. DB::Exception: No such column extra in table deskpulse.t", 404),
                        SERVER,
                        "t"))
                .hasValue("table t has no column extra at https://house:8443; run 'deskpulse migrate'");
        assertThat(ClickHouseErrors.remedy(server(60, "Table deskpulse.t does not exist", 404), SERVER, "t"))
                .hasValue("there is no table t at https://house:8443; run 'deskpulse migrate'");
        assertThat(ClickHouseErrors.remedy(server(81, "Database deskpulse does not exist", 404), SERVER, "t"))
                .hasValue("there is no database deskpulse at https://house:8443; run 'deskpulse migrate'");
        assertThat(ClickHouseErrors.remedy(server(252, "Too many parts", 500), SERVER, "t"))
                .isEmpty();
    }

    private static ServerException server(int code, String message, int status) {
        return new ServerException(code, message, status, "q1");
    }
}
