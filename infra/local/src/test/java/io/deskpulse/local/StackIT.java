package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.ops.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {
    @TempDir
    private Path directory;

    @Test
    void nothingOfItCanBeReachedFromAnotherMachine() throws Exception {
        assumeTrue(Files.isReadable(ListeningSockets.TABLE), "the system does not list its sockets");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");

        try (Stack stack = Stack.start(StackOptions.of(environment).withRunDirectory(directory), Progress.silent())) {
            List<ListeningSockets.Socket> sockets = ListeningSockets.ofThisProcessAndItsChildren();

            assertThat(sockets)
                    .extracting(ListeningSockets.Socket::port)
                    .contains(
                            stack.kafka().port(),
                            stack.flink().web().getPort(),
                            stack.clickHouse().reader().url().getPort());
            assertThat(sockets)
                    .allSatisfy(socket ->
                            assertThat(socket.address().isLoopbackAddress()).isTrue());
        }
    }
}
