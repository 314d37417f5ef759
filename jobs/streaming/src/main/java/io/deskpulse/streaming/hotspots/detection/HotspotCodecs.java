package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.StateCodecs;
import java.util.List;
import java.util.Map;

/** Codecs of the states of hotspots. */
public final class HotspotCodecs implements StateCodecs {
    @Override
    public List<Codec<?>> codecs() {
        return List.of(new SavedShop.Form());
    }

    @Override
    public Map<String, String> idsByReleasedClass() {
        return Map.of();
    }
}
