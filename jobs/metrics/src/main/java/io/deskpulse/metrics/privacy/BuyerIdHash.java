package io.deskpulse.metrics.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final int REMEMBERED = 4096;

    private final Mac mac;
    private final Map<String, String> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

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
        String known = recent.get(buyerId);
        if (known == null) {
            byte[] digest = mac.doFinal(buyerId.getBytes(StandardCharsets.UTF_8));
            known = HexFormat.of().formatHex(digest, 0, HASH_BYTES);
            recent.put(buyerId, known);
        }
        return known;
    }
}
