package io.deskpulse.ops.replay.files;

import io.deskpulse.schemas.Rejection;

/**
 * A line that is no event.
 *
 * @param file name of the file, without its directory
 * @param lineNumber from 1
 * @param line its bytes, without the line end
 */
public record RejectedLine(String file, long lineNumber, byte[] line, Rejection rejection) {
    /** For a terminal; free of personal data. */
    public String message() {
        return file + " line " + lineNumber + ": " + rejection.detail();
    }
}
