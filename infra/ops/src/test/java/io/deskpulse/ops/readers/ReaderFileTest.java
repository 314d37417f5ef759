package io.deskpulse.ops.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.readers.ShopReader.Quota;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReaderFileTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Map<String, String> ENVIRONMENT = Map.of("NORTH", PASSWORD, "SHORT", "zqx-short");

    @Test
    void readsShopsLimitsAndThePasswordOfTheEnvironment() {
        ReaderFile file = ReaderFile.parse("""
                readers:
                  - name: north
                    shops: [s1, "s 2"]
                    password: ${NORTH}
                    from: [10.0.0.0/8]
                    quota: {interval: PT10M, queries: 5, read_rows: 1000}
                """, ENVIRONMENT);

        assertThat(file.problems()).isEmpty();
        assertThat(file.readers())
                .containsExactly(new ShopReader(
                        "north",
                        List.of("s1", "s 2"),
                        "9028ea0d15decaa35b2da21c0290af3b1a5ba0a30a591906f89b5074e209ea72",
                        List.of("10.0.0.0/8"),
                        new Quota(600, 5, 1_000, Quota.DEFAULT.executionSeconds())));
        assertThat(file.readers().get(0)).hasToString("north of s1, s 2");
    }

    @Test
    void everyMistakeIsToldAndNoPasswordRepeated() {
        ReaderFile file = ReaderFile.parse("""
                readers:
                  - {name: deskpulse_admin, shops: [s1], password: "${NORTH}"}
                  - {name: a, shops: [], password: "${NORTH}"}
                  - {name: b, shops: s1, password: zqx-written-here}
                  - {name: c, shops: s1, password: "${SHORT}"}
                  - {name: d, shops: s1, password_sha256: zqx-no-hash}
                  - {name: e, shops: s1, password: "${NORTH}", from: [everywhere], quota: {queries: -1}}
                  - {name: f, shops: s1}
                  - {name: g, shops: s1, password: "${NORTH}"}
                  - {name: g, shops: s2, password: "${NORTH}"}
                """, ENVIRONMENT);

        assertThat(file.readers()).isNull();
        assertThat(file.problems())
                .extracting(Object::toString)
                .anyMatch(line -> line.contains("does not begin with deskpulse"))
                .anyMatch(line -> line.contains("at least one shop"))
                .anyMatch(line -> line.contains("passwords do not stand in the file"))
                .anyMatch(line -> line.contains("SHORT must hold at least 12 characters, got 9"))
                .anyMatch(line -> line.contains("64 hexadecimal digits"))
                .anyMatch(line -> line.contains("a network such as 10.0.0.0/8"))
                .anyMatch(line -> line.contains("got -1"))
                .anyMatch(line -> line.contains("either 'password' or 'password_sha256'"))
                .anyMatch(line -> line.contains("'g' is there twice"))
                .noneMatch(line -> line.contains("zqx"));
    }
}
