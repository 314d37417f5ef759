package io.deskpulse.imports.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.mapping.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of sources are printed out of their mappings. */
class ExplanationTest {
    private static final Path PAGES = Path.of("../../docs/import");

    static Stream<String> sources() {
        return Catalogue.names().stream();
    }

    /** With {@code -Ddocs.update=true} the pages are written anew. */
    @ParameterizedTest
    @MethodSource("sources")
    void pageIsWhatTheCommandPrints(String source) throws IOException {
        List<String> page = Explanation.of(source);
        Path file = PAGES.resolve(source + ".md");
        if (Boolean.getBoolean("docs.update")) {
            Files.write(file, page);
        }

        assertThat(Files.readAllLines(file)).isEqualTo(page);
    }

    @Test
    void everySourceIsListed() {
        assertThat(Explanation.list()).hasSameSizeAs(Catalogue.names());
        assertThat(Explanation.list().get(0)).contains("chatwoot", "webhook message_created");
    }
}
