package io.deskpulse.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.ops.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records of every case, damaged at random: whatever becomes of them, it is told in words, and every record is of one class. {@code
 * -Dmutations=100000} damages as many, over all cases.
 */
class MutationsTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 6_000);
    private static final int IN_A_FILE = 200;
    /** A file that is damaged as a whole costs an import of its own. */
    private static final int FILES_IN_A_HUNDRED = 5;

    @TempDir
    private Path directory;

    static Stream<CasesTest.Case> cases() {
        return CasesTest.cases();
    }

    private static int ofEach() {
        return (int) Math.ceil((double) MUTATIONS / cases().count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void damagedRecordsAreToldInWordsAndAddUp(CasesTest.Case of) throws IOException {
        Mutations mutations = new Mutations(CasesTest.lines(of), of.toString().hashCode());
        int left = ofEach() * (100 - FILES_IN_A_HUNDRED) / 100;
        while (left > 0) {
            List<String> mutants = new ArrayList<>();
            for (int i = 0; i < Math.min(left, IN_A_FILE); i++) {
                mutants.add(mutations.line(of.isTable()));
            }
            left -= mutants.size();
            read(of, String.join("\n", CasesTest.withHeader(of, mutants)).getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void damagedFilesAreToldInWordsAndAddUp(CasesTest.Case of) throws IOException {
        byte[] whole = Files.readAllBytes(of.inputs().get(0));
        Mutations mutations = new Mutations(CasesTest.lines(of), of.toString().hashCode());
        int files = Math.max(2, ofEach() * FILES_IN_A_HUNDRED / 100);
        for (int i = 0; i < files; i++) {
            read(of, mutations.file(i % 3 == 0 ? gzip(whole) : whole));
        }
    }

    private void read(CasesTest.Case of, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("mutants"), content);
        try {
            JsonNode report = of.runner().run(of.folder(), List.of(file)).report();
            CasesTest.assertAddsUp(report);
        } catch (UserError e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(
                    "a stack trace for "
                            + new String(content, 0, Math.min(content.length, 20_000), StandardCharsets.UTF_8),
                    e);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
