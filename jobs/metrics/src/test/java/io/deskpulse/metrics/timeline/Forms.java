package io.deskpulse.metrics.timeline;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.IOException;

/** Writes and reads states and events as the timeline shell does. */
public final class Forms {
    private Forms() {}

    public static <S> byte[] bytes(StateForm<S> form, S state) {
        FormWriter out = new FormWriter().begin(form.id());
        form.write(state, out);
        return out.toBytes();
    }

    public static <S> S read(StateForm<S> form, byte[] bytes) throws IOException {
        return form.read(new FormReader(form.id()).begin(bytes));
    }

    public static <S> S reread(StateForm<S> form, S state) throws IOException {
        return read(form, bytes(form, state));
    }

    public static <E> byte[] bytes(EventForm<E> form, E event, Anchor anchor) {
        FormWriter out = new FormWriter().begin(form.id());
        form.write(event, anchor, out);
        return out.toBytes();
    }

    /** Writes and reads an event of the key with this id in its shop. */
    public static <E extends TimelineEvent> E reread(EventForm<E> form, E event, String keyId, Anchor anchor)
            throws IOException {
        FormReader in = new FormReader(form.id()).begin(bytes(form, event, anchor));
        return form.read(event.shopId(), keyId, anchor, in);
    }
}
