package io.deskpulse.ops.replay;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.replay.files.EventFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * What to replay and how.
 *
 * @param files JSON Lines, plain or gzip, at least one, looked at
 * @param speed {@code max} or a factor of real time
 * @param shiftToNow whether all instants move so that the newest event happens now
 */
public record ReplayOptions(EventFiles files, String speed, boolean shiftToNow) {
    /**
     * Checks everything that can be checked before anything slow starts.
     *
     * @throws io.deskpulse.ops.UserError when the speed is none, or the files would have to be read twice and cannot
     */
    public ReplayOptions {
        Pace.parse(speed);
        if (shiftToNow) {
            files.requireRepeatable("--shift-to-now");
        }
    }

    /**
     * Looks at the files, without a word when that takes a while.
     *
     * @throws io.deskpulse.ops.UserError as {@link EventFiles#lookedAt} and the other constructor say
     */
    public ReplayOptions(List<Path> files, String speed, boolean shiftToNow) {
        this(EventFiles.lookedAt(files, Progress.silent()), speed, shiftToNow);
    }
}
