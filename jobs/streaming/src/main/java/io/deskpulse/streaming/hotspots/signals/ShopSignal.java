package io.deskpulse.streaming.hotspots.signals;

import io.deskpulse.metrics.hotspots.facts.Signal;

/**
 * What the hotspots of a shop are told; only travels.
 *
 * @param shopId the shop, which is the key
 * @param signal a complaint or exposures, each told once
 */
public record ShopSignal(String shopId, Signal signal) {}
