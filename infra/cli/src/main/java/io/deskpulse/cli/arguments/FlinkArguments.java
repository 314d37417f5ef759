package io.deskpulse.cli.arguments;

import picocli.CommandLine.Option;

/** Which Flink cluster; a mixin. */
public final class FlinkArguments {
    @Option(
            names = "--flink-url",
            paramLabel = "URL",
            required = true,
            description = "REST address of the JobManager, http://HOST:8081.")
    private String url;

    /** As it was given. */
    public String url() {
        return url;
    }
}
