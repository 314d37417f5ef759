package io.deskpulse.cli.arguments;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.files.EventFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files to replay, and how, wherever they go; a mixin. */
public final class ReplayArguments {
    private static final int REJECTED = 3;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Events as JSON Lines, plain or gzip; - for standard input.")
    private List<Path> files;

    @Option(
            names = "--speed",
            paramLabel = "max|FACTOR",
            defaultValue = "max",
            description = "As fast as possible, or FACTOR times real time (default: ${DEFAULT-VALUE}).")
    private String speed;

    @Option(
            names = "--shift-to-now",
            description = "Move all instants by one constant so that the newest event happens now.")
    private boolean shiftToNow;

    @Option(names = "--strict", description = "Exit with status 3 when any line or event was rejected.")
    private boolean strict;

    /**
     * Looks at the files.
     *
     * @param progress told what is looked at when that takes a while
     * @throws io.deskpulse.ops.UserError when a file cannot be read as events, or an argument is wrong
     */
    public ReplayOptions options(Progress progress) {
        return new ReplayOptions(EventFiles.lookedAt(files, progress), speed, shiftToNow);
    }

    /** The exit status when so many lines or events were rejected. */
    public int status(long rejected) {
        return strict && rejected > 0 ? REJECTED : 0;
    }
}
