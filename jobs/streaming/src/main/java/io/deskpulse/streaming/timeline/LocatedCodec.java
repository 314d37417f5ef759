package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.codec.FormCodec;
import io.deskpulse.streaming.facts.FactFamily;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.Function;

/**
 * Binary form of a family's events on their way to their key, each with its place in Kafka; the event itself is written as its
 * timeline keeps it.
 *
 * @param <E> event
 */
public final class LocatedCodec<E extends TimelineEvent> extends FormCodec<Located<E>> {
    private static final FormId ID = new FormId("located-event", 1);

    private static final int PARTITION = 1;
    private static final int OFFSET = 2;
    private static final int SHOP = 3;
    private static final int KEY_ID = 4;
    private static final int EVENT = 5;

    private final EventForm<E> events;
    private final KeyId<E> keyId;

    /** What an event is kept under within its shop. */
    @FunctionalInterface
    public interface KeyId<E> extends Function<E, String>, Serializable {}

    /** A codec of events in their own form, each under its key. */
    public LocatedCodec(EventForm<E> events, KeyId<E> keyId) {
        this.events = events;
        this.keyId = keyId;
    }

    /** The type of a stream of the events of {@code family}. */
    public static <E extends TimelineEvent> CodecTypeInfo<Located<E>> type(FactFamily<E, ?, ?> family) {
        return CodecTypeInfo.of(Located.class, new LocatedCodec<>(family.events(), family::keyId));
    }

    @Override
    public String id() {
        return ID + " of " + events.id();
    }

    @Override
    protected FormId form() {
        return ID;
    }

    @Override
    public Codec<Located<E>> duplicate() {
        return new LocatedCodec<>(events, keyId);
    }

    @Override
    public void write(Located<E> located, DataOutput out) throws IOException {
        E event = located.event();
        FormWriter form = begin();
        form.number(PARTITION, located.partition());
        form.number(OFFSET, located.offset());
        form.text(SHOP, event.shopId());
        form.text(KEY_ID, keyId.apply(event));
        form.group(EVENT);
        events.write(event, Anchor.NONE, form);
        form.end();
        form.writeFramed(out);
    }

    @Override
    public Located<E> read(DataInput in) throws IOException {
        FormReader form = begin(in);
        int partition = 0;
        long offset = 0;
        String shopId = null;
        String key = null;
        E event = null;
        for (int tag = form.next(); tag != FormReader.END; tag = form.next()) {
            switch (tag) {
                case PARTITION -> partition = form.count();
                case OFFSET -> offset = form.number();
                case SHOP -> shopId = form.word();
                case KEY_ID -> key = form.text();
                case EVENT -> {
                    form.group();
                    event = events.read(shopId, key, Anchor.NONE, form);
                }
                default -> {}
            }
        }
        return new Located<>(event, partition, offset);
    }
}
