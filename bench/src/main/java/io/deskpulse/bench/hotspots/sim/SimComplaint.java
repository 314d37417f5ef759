package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.Complaint;

/**
 * A complaint of a made-up shop and what is true of it.
 *
 * @param complaint what a detector sees
 * @param isCopy whether it belongs to a clump, or is the same buyer's once more
 */
public record SimComplaint(Complaint complaint, boolean isCopy) {}
