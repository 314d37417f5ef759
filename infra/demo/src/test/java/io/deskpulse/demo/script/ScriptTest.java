package io.deskpulse.demo.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.events.AgentEvent;
import io.deskpulse.events.AgentPresenceChanged;
import io.deskpulse.events.PresenceStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private final Agenda agenda = new Agenda(1_000);
    private final StringBuilder told = new StringBuilder();
    private final Script<StringBuilder> script = new Script<>(agenda, told);

    @Test
    void playsItsStepsOneAfterTheOtherAtTheTimesTheySay() {
        script.append(List.of(says("a", 500), says("b", 0), says("c", 0)));
        script.resumeIn(100);
        playAll();

        assertThat(told).hasToString("a@1100 b@1600 c@1601 ");
    }

    @Test
    void goesOnAfterASuspendedStepOnlyWhenResumed() {
        script.append(List.of(says("a", Step.SUSPENDED), says("b", 0)));
        script.resumeIn(1);
        agenda.at(5_000, () -> script.resumeIn(0));
        playAll();

        assertThat(told).hasToString("a@1001 b@5001 ");
    }

    @Test
    void canBeDivertedAndAddedTo() {
        script.append(List.of(
                any -> {
                    script.divert(List.of(says("c", 0)));
                    script.insert(says("b", 0));
                    return 0;
                },
                says("never", 0)));
        script.resumeIn(0);
        playAll();

        assertThat(told).hasToString("b@1002 c@1003 ");
    }

    @Test
    void nothingHappensInThePast() {
        assertThatThrownBy(() -> agenda.at(999, () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot happen at 999, it is 1000 already");
    }

    private Step<StringBuilder> says(String word, long pause) {
        return story -> {
            story.append(word).append('@').append(agenda.nowMillis()).append(' ');
            return pause;
        };
    }

    private void playAll() {
        agenda.emit(new AgentEvent(
                "end", Instant.ofEpochMilli(10_000), "s", "a", new AgentPresenceChanged(PresenceStatus.ONLINE)));
        agenda.next();
    }
}
