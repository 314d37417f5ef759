package io.deskpulse.digest.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.digest.channels.Outcome.Kind;
import io.deskpulse.schemas.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Damaged answers of receivers mean something, whatever they are. */
class AnswersFuzzTest {
    @Test
    void everyAnswerMeansSomething() {
        List<String> answers = List.of(
                "{\"errcode\":0,\"errmsg\":\"ok\"}",
                "{\"errcode\":130101,\"errmsg\":\"send too fast\"}",
                "{\"code\":19021,\"msg\":\"sign match fail\",\"data\":{}}",
                "{\"StatusCode\":0,\"StatusMessage\":\"success\"}");
        Set<Kind> seen = EnumSet.noneOf(Kind.class);

        Fuzz.each(Fuzz.texts(answers), 0.01, answer -> {
            for (WebhookForm form : WebhookForm.values()) {
                Outcome outcome = form.meaning(new String(answer, StandardCharsets.UTF_8));
                seen.add(outcome.kind());
                if (outcome.kind() != Kind.ACCEPTED) {
                    Fuzz.requireWords(outcome.detail());
                }
            }
        });

        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }
}
