package io.deskpulse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final String FILE = "deskpulse.log";

    @TempDir
    private Path directory;

    @AfterEach
    void forgetTheFile() {
        System.clearProperty(FILE);
    }

    @Test
    void isThereOnlyWhenThereIsSomethingToSay() {
        Path file = directory.resolve("deskpulse-1.log");
        System.setProperty(FILE, file.toString());
        try (LoggerContext context =
                Configurator.initialize("command", getClass().getClassLoader(), "log4j2-deskpulse.properties")) {
            Logger log = context.getLogger("io.deskpulse");

            log.debug("nothing that a user is told");
            assertThat(file).doesNotExist();

            log.info("a checkpoint");
            assertThat(file).content().contains("INFO", "a checkpoint");
        }
    }
}
