package io.deskpulse.bench.chaos;

import io.deskpulse.schemas.EventStream;

/**
 * A message on its way to the broker.
 *
 * @param stream whose topic it goes to
 * @param key by which its partition is chosen
 * @param value its bytes
 * @param isEvent whether they are an event, and no garbage
 */
record Delivery(EventStream stream, byte[] key, byte[] value, boolean isEvent) {}
