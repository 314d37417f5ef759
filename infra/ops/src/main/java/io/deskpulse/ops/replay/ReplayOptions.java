package io.deskpulse.ops.replay;

import io.deskpulse.ops.UserError;
import java.nio.file.Path;
import java.util.List;

/**
 * What to replay and how.
 *
 * @param files JSON Lines, plain or gzip, at least one
 * @param speed {@code max} or a factor of real time
 * @param shiftToNow whether all instants move so that the newest event happens now
 */
public record ReplayOptions(List<Path> files, String speed, boolean shiftToNow) {
    /**
     * Checks everything that can be checked before anything slow starts.
     *
     * @throws UserError when there is no file, one cannot be read, or the speed is none
     */
    public ReplayOptions {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new UserError("There is nothing to replay: name at least one file.");
        }
        files.forEach(EventFile::requireReadable);
        Pace.parse(speed);
    }
}
