package io.deskpulse.dashboards.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeToolsTest {
    @ParameterizedTest
    @CsvSource({"18,20,false", "20,18,false", "20,19,true", "21,7,false", "22,11,false", "22,12,true", "24,0,true"})
    void takeTheVersionsThatTheBundlerTakes(int major, int minor, boolean enough) {
        assertThat(NodeTools.isNewEnough(major, minor)).isEqualTo(enough);
    }
}
