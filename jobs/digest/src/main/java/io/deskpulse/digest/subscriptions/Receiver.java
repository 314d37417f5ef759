package io.deskpulse.digest.subscriptions;

/**
 * One that a digest is sent to.
 *
 * @param type how
 * @param address an e-mail address, or the URL of a webhook
 * @param secret that signs; null when nothing does
 */
public record Receiver(ChannelType type, Secret address, Secret secret) {}
