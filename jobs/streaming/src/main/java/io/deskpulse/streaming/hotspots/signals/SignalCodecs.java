package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.metrics.complaints.ComplaintEventForm;
import io.deskpulse.metrics.complaints.OrderSignalsForm;
import io.deskpulse.metrics.complaints.contacts.ContactEventForm;
import io.deskpulse.metrics.complaints.contacts.ContactSignalsForm;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.StateCodecs;
import io.deskpulse.streaming.ticks.TickStateCodec;
import java.util.List;
import java.util.Map;

/** Codecs of what orders and conversations tell hotspots. */
public final class SignalCodecs implements StateCodecs {
    @Override
    public List<Codec<?>> codecs() {
        return List.of(
                new TickStateCodec<>(OrderSignalsForm.INSTANCE, ComplaintEventForm.INSTANCE),
                new TickStateCodec<>(ContactSignalsForm.INSTANCE, ContactEventForm.INSTANCE));
    }

    @Override
    public Map<String, String> idsByReleasedClass() {
        return Map.of();
    }
}
