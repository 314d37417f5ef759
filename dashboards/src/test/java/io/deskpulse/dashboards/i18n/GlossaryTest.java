package io.deskpulse.dashboards.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the translations obey the glossary is checked by the build itself, which runs {@link Translation}. */
class GlossaryTest {
    private static final String TERMS = """
            [
              {"en": ["Missed", "missed"], "zh": ["未达标"]},
              {"en": ["promise"], "zh": ["承诺"], "within": true},
              {"en": ["shift lead"], "zh": ["当班组长"], "never": ["班组长"]}
            ]
            """;

    @TempDir
    private Path directory;

    private Glossary glossary;

    @BeforeEach
    void read() throws IOException {
        glossary = Glossary.read(Files.writeString(directory.resolve("zh-glossary.json"), TERMS));
    }

    @Test
    void takesATermForNothingElse() {
        assertThat(glossary.problems(Map.of("Missed", "未达标", "Missed calls", "未接来电")))
                .isEmpty();
        assertThat(glossary.problems(Map.of("missed", "错过"))).containsExactly("missed: 错过: Missed is 未达标");
    }

    @Test
    void looksIntoSentencesForWordsThatAreOneThingEverywhere() {
        assertThat(glossary.problems(
                        Map.of("A Promise is kept.", "兑现承诺。", "Source: view promises.", "来源：视图 promises。")))
                .isEmpty();
        assertThat(glossary.problems(Map.of("A promise is kept.", "兑现约定。")))
                .containsExactly("A promise is kept.: 兑现约定。: promise is 承诺");
    }

    @Test
    void knowsAWordThatIsNeverSaidFromOneItIsAPartOf() {
        assertThat(glossary.misused("供当班组长查看")).isEmpty();
        assertThat(glossary.misused("供班组长查看")).containsExactly("班组长");
    }

    @Test
    void failsTheBuild() throws IOException {
        Catalogue catalogue = Catalogue.read(Files.writeString(directory.resolve("zh.json"), "{\"Missed\": \"错过\"}"));

        assertThatIllegalStateException()
                .isThrownBy(() -> Translation.check(catalogue, glossary))
                .withMessageContaining("Missed: 错过: Missed is 未达标");
    }
}
