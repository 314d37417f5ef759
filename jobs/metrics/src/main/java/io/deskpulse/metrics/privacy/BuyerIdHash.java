package io.deskpulse.metrics.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a buyer's id by the first 128 bits of HMAC-SHA-256(key, UTF-8 of the id), as 32 lower-case hex digits.
 *
 * <p>Equal ids give equal hashes under one key, so buyers can be counted and joined but not recognised without the key.
 * Remembers recent ids, since a conversation repeats one. Not thread-safe.
 */
public final class BuyerIdHash {
    /** Shortest key accepted, in bytes. */
    public static final int MIN_KEY_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 16;
    /** Multiplies hash codes so that ids that differ in their last digits spread over all slots (Knuth 1973, section 6.4). */
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    /** Room for the buyers of all conversations that go on at a time; some 10 MB once full. */
    private static final int SLOT_BITS = 16;

    private final Mac mac;
    private final String[] recentIds = new String[1 << SLOT_BITS];
    private final String[] recentHashes = new String[1 << SLOT_BITS];

    /**
     * Hashes under a secret key.
     *
     * @throws IllegalArgumentException when the key is shorter than {@link #MIN_KEY_BYTES}
     */
    public BuyerIdHash(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the hash key must have at least " + MIN_KEY_BYTES + " bytes, got " + bytes.length);
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The hash that stands for {@code buyerId} everywhere behind the source operator. */
    public String of(String buyerId) {
        int slot = (buyerId.hashCode() * GOLDEN_RATIO) >>> (Integer.SIZE - SLOT_BITS);
        if (!buyerId.equals(recentIds[slot])) {
            byte[] digest = mac.doFinal(buyerId.getBytes(StandardCharsets.UTF_8));
            recentHashes[slot] = HexFormat.of().formatHex(digest, 0, HASH_BYTES);
            recentIds[slot] = buyerId;
        }
        return recentHashes[slot];
    }
}
