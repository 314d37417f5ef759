package io.deskpulse.metrics.timeline;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.DataInput;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Binary form of the events of one family of facts, on their way to their key and as events of its timeline alike.
 *
 * <p>The key itself (shop and id) is kept elsewhere. Stateless.
 *
 * @param <E> event
 */
public interface EventForm<E> extends Serializable {
    /** Identity of the form. */
    FormId id();

    /** Numbers under which earlier builds wrote events, with less in them; {@link #read} reads these as well. */
    default List<Integer> earlierNumbers() {
        return List.of();
    }

    /**
     * An event as builds of the earlier numbers kept it: one that was delivered to them and is delivered again is the same, though it says
     * more today.
     */
    default E asEarlier(E event) {
        return event;
    }

    /** What nearly all events of a key share beside the key; from its first event. */
    Anchor anchor(E event);

    /** Writes an event as fields, leaving out what the anchor says. */
    void write(E event, Anchor anchor, FormWriter out);

    /** Reads the fields that {@link #write} wrote under the same anchor, of the key with this id in this shop. */
    E read(String shopId, String id, Anchor anchor, FormReader in) throws IOException;

    /** Reads an event as releases wrote it before there were forms. */
    E readReleased(String shopId, String id, Anchor anchor, DataInput in) throws IOException;
}
