package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down what hotspots are told, a line each; times are of the day, UTC. */
public final class ToldSignals implements SignalListener {
    private final List<String> lines = new ArrayList<>();

    public List<String> lines() {
        return lines;
    }

    @Override
    public void exposed(long timeMillis, ExposureType type, Dimension dimension, String value, int count) {
        lines.add("%s %s %s %s %d".formatted(time(timeMillis), type, dimension, value, count));
    }

    @Override
    public void complained(Complaint complaint) {
        lines.add(line(complaint));
    }

    @Override
    public void complainedIn(String conversationId, Complaint complaint) {
        lines.add(line(complaint) + " in " + conversationId);
    }

    @Override
    public void unmapped() {
        lines.add("unmapped");
    }

    private static String line(Complaint complaint) {
        return "%s complains %d since %s %s %s %s %s"
                .formatted(
                        time(complaint.timeMillis()),
                        complaint.reason(),
                        time(complaint.exposedAtMillis()),
                        complaint.sku(),
                        complaint.region(),
                        complaint.carrier(),
                        complaint.agentGroup());
    }

    private static String time(long millis) {
        return millis == Complaint.UNKNOWN
                ? "?"
                : Instant.ofEpochMilli(millis).toString().substring(11, 16);
    }
}
