package io.deskpulse.bench.peers.question;

import java.util.HashMap;
import java.util.Map;

/** Open rounds in a hash map, which nothing keeps safe. */
public final class RoundsInMap implements OpenRounds {
    private final Map<String, Long> openedAt = new HashMap<>();

    @Override
    public Long openedAt(String conversation) {
        return openedAt.get(conversation);
    }

    @Override
    public void open(String conversation, long atMillis) {
        openedAt.put(conversation, atMillis);
    }

    @Override
    public void end(String conversation) {
        openedAt.remove(conversation);
    }
}
