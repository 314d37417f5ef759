package io.deskpulse.schemas.jsonl;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.Rejection;
import org.apache.avro.specific.SpecificRecord;

/** What one line of JSON Lines turned out to be. */
public sealed interface ParsedLine {

    /**
     * A valid event.
     *
     * @param stream the stream it belongs to
     * @param event an instance of the stream's record class
     */
    record Event(EventStream stream, SpecificRecord event) implements ParsedLine {}

    /**
     * A line that is not a valid event.
     *
     * @param lineNumber number of the line in its file, from 1
     * @param rejection what is wrong with it
     */
    record Failure(long lineNumber, Rejection rejection) implements ParsedLine {

        /** The failure for a terminal: line number, field, what was expected. */
        public String message() {
            return "line " + lineNumber + ": " + rejection.detail();
        }
    }
}
