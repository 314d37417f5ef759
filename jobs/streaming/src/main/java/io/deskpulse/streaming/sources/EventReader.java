package io.deskpulse.streaming.sources;

import io.deskpulse.schemas.RejectedEventException;
import java.io.Serializable;

/**
 * Reads what a job needs of one message; buyer ids are hashed and free text left behind here, at the source.
 *
 * @param <E> the job's own compact event
 */
public interface EventReader<E> extends Serializable {
    /**
     * Reads one message; null when it is of no use to the job, which then never sees it.
     *
     * @throws RejectedEventException when the message is not a valid event, saying why
     */
    E read(byte[] message) throws RejectedEventException;
}
