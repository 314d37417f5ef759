package io.deskpulse.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, phones and addresses of people in records, which are in every source's cases, are in no event and no report. */
class PersonalDataTest {
    private static final List<String> CANARIES = List.of("Canary", "15112345678", "13812345678");

    static java.util.stream.Stream<CasesTest.Case> cases() {
        return CasesTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingOfThemIsTold(CasesTest.Case of) {
        CaseRunner.Run run = of.runner().run(of.folder(), of.inputs());

        assertThat(run.events()).allSatisfy(event -> assertThat(event).doesNotContain(CANARIES));
        assertThat(run.report().toString()).doesNotContain(CANARIES).doesNotContainIgnoringCase("kim@example.com");
    }

    @org.junit.jupiter.api.Test
    void wordsAreKeptWithoutThem(@org.junit.jupiter.api.io.TempDir Path directory) throws java.io.IOException {
        Path file = java.nio.file.Files.writeString(directory.resolve("chat.json"), """
                {"event":"message_created","id":1,"created_at":1794362400,"message_type":"incoming","sender":{"id":5,"type":"contact"},
                 "content":"call +49 151 1234567 or kim@example.com","conversation":{"id":7}}
                """);

        Samples.Done done = Samples.run("chatwoot", List.of(file), null, Map.of());

        assertThat(done.events()).singleElement().asString().contains("call [phone] or [email]");
    }
}
