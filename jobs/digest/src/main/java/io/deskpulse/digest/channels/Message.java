package io.deskpulse.digest.channels;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.rendering.Words;

/**
 * A digest on its way to one receiver.
 *
 * @param id the same for every attempt to send this version to this receiver, and for nothing else
 * @param digest what it says
 * @param words in which language
 */
public record Message(String id, Digest digest, Words words) {}
