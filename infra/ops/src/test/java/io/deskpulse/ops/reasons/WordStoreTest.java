package io.deskpulse.ops.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordStoreTest {
    private static final String TABLE = "/clickhouse/tables/V121__complaint_words.sql";

    @Test
    void theTableBeginsWithTheWordsOfTheBuild() throws IOException {
        List<String> rows = WordStore.rows(ReasonTaxonomy.bundled(), "0");

        try (InputStream in = WordStoreTest.class.getResourceAsStream(TABLE)) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sql).endsWith("VALUES\n    " + String.join(",\n    ", rows) + ";\n");
        }
    }
}
