package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import java.io.IOException;

/** Binary form of a complaint that waits for its tick. */
final class ComplaintForm {
    private static final int TIME = 1;
    private static final int EVENT = 2;
    private static final int REASON = 3;
    private static final int BUYER = 4;
    private static final int EXPOSED_AT = 5;
    private static final int SKU = 6;
    private static final int REGION = 7;
    private static final int CARRIER = 8;
    private static final int AGENT_GROUP = 9;

    private ComplaintForm() {}

    static void write(Complaint complaint, FormWriter out) {
        long since = complaint.timeMillis();
        out.number(TIME, since);
        out.text(EVENT, complaint.eventId());
        out.number(REASON, complaint.reason());
        out.number(BUYER, complaint.buyerHash());
        out.instant(EXPOSED_AT, complaint.exposedAtMillis(), since, Complaint.UNKNOWN);
        out.name(SKU, complaint.sku());
        out.name(REGION, complaint.region());
        out.name(CARRIER, complaint.carrier());
        out.name(AGENT_GROUP, complaint.agentGroup());
    }

    static Complaint read(FormReader in) throws IOException {
        long timeMillis = 0;
        String event = "";
        int reason = 0;
        long buyer = 0;
        long exposedAt = Complaint.UNKNOWN;
        String sku = null;
        String region = null;
        String carrier = null;
        String agentGroup = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis = in.number();
                case EVENT -> event = in.text();
                case REASON -> reason = in.count();
                case BUYER -> buyer = in.number();
                case EXPOSED_AT -> exposedAt = in.instant(timeMillis);
                case SKU -> sku = in.name();
                case REGION -> region = in.name();
                case CARRIER -> carrier = in.name();
                case AGENT_GROUP -> agentGroup = in.name();
                default -> {}
            }
        }
        return new Complaint(timeMillis, event, reason, buyer, exposedAt, sku, region, carrier, agentGroup);
    }
}
