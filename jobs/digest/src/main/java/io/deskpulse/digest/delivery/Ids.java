package io.deskpulse.digest.delivery;

import io.deskpulse.digest.content.DigestPeriod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that follow from what they name, so that a sender that starts anew finds what one before it began. */
final class Ids {
    private static final int BYTES = 15;

    private Ids() {}

    static String issue(String shop, DigestPeriod period, String products) {
        return hash(shop, period.cadence().name(), period.from().toString(), products);
    }

    static String delivery(String issueId, int version, String channel, String address, String language) {
        return hash(issueId, Integer.toString(version), channel, address, language);
    }

    /** Who gets it, in a form that tells receivers apart and none of their addresses. */
    static String receiver(String channel, String address) {
        int at = address.indexOf('@');
        String shown =
                at < 0 ? "" : address.charAt(0) + "***" + address.substring(at).replace("@", " at ") + " ";
        return channel + " " + shown + "#" + hash(channel, address).substring(0, 6);
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) ':');
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
