package io.deskpulse.imports.input;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What reading a file comes upon. */
public interface RecordSink {
    /** An object of the file, not yet known to be a record of anything. */
    void object(ObjectNode object, Place place);

    /**
     * Something that is no object.
     *
     * @param problem what was expected and what was found, without any value
     */
    void unreadable(Place place, String problem);
}
