package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobSettingsTest {
    @Test
    void settingsOfTheJobForgetNothingUnlessToldTo() {
        assertThat(JobSettings.forImport(List.of("a=b=c")))
                .containsExactly("--retention.at-rest", "forever", "--a", "b=c");
        assertThat(JobSettings.forImport(List.of("retention.at-rest=PT72H")))
                .containsExactly("--retention.at-rest", "PT72H");
    }
}
