package io.deskpulse.local.cli;

import picocli.CommandLine.Option;

/** Which Flink cluster; a mixin. */
final class FlinkArguments {
    @Option(
            names = "--flink-url",
            paramLabel = "URL",
            required = true,
            description = "REST address of the JobManager, http://HOST:8081.")
    private String url;

    String url() {
        return url;
    }
}
