package io.deskpulse.ops.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.topics.TopicAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AttributeStoreTest {
    private static final String TABLE = "/clickhouse/tables/V151__topic_attributes.sql";

    @Test
    void theTableBeginsWithThoseOfTheBuild() throws IOException {
        String rows = String.join(",\n    ", AttributeStore.rows(TopicAttributes.bundled(), "0"));

        try (InputStream in = AttributeStoreTest.class.getResourceAsStream(TABLE)) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sql).endsWith("VALUES\n    " + rows + ";\n");
        }
    }

    @Test
    void peopleReadALineForEachTopic() {
        assertThat(AttributeStore.table(TopicAttributes.bundled()).text())
                .contains("SIZE")
                .contains("size, wrong_size");
    }
}
