package io.deskpulse.metrics.timeline;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * What nearly all events of a key share, kept once so that its events need not repeat it: an instant close by, and texts by their
 * place. Immutable.
 */
public final class Anchor {
    /** Nothing is known: of an event that travels alone. */
    public static final Anchor NONE = new Anchor(0);

    private static final int SINCE = 1;
    private static final int FIRST_TEXT = 2;

    private final long sinceMillis;
    private final String[] texts;

    private Anchor(long sinceMillis, String... texts) {
        this.sinceMillis = sinceMillis;
        this.texts = texts;
    }

    /** An instant, milliseconds since the epoch, and texts; null where there is none. */
    public static Anchor of(long sinceMillis, String... texts) {
        return new Anchor(sinceMillis, texts.clone());
    }

    /** The instant, milliseconds since the epoch; 0 when none is known. */
    public long sinceMillis() {
        return sinceMillis;
    }

    /** The text at a place; null when there is none. */
    public String text(int place) {
        return place < texts.length ? texts[place] : null;
    }

    /** Writes it as fields of a group. */
    public void write(FormWriter out) {
        out.number(SINCE, sinceMillis);
        for (int i = 0; i < texts.length; i++) {
            out.name(FIRST_TEXT + i, texts[i]);
        }
    }

    /** Reads the fields that {@link #write} wrote. */
    public static Anchor read(FormReader in) throws IOException {
        long sinceMillis = 0;
        String[] texts = {};
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            if (tag == SINCE) {
                sinceMillis = in.number();
            } else if (tag <= FormWriter.LAST_SHORT_TAG) {
                int place = tag - FIRST_TEXT;
                texts = place < texts.length ? texts : Arrays.copyOf(texts, place + 1);
                texts[place] = in.name();
            }
        }
        return new Anchor(sinceMillis, texts);
    }
}
