package io.deskpulse.digest.channels;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 as each receiver wants it. */
final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /**
     * DingTalk: base64 of HMAC(secret, timestamp LF secret).
     *
     * @see "open.dingtalk.com, custom robot security settings: sign"
     */
    static String dingTalk(long timestampMillis, String secret) {
        return base64(hmac(secret, timestampMillis + "\n" + secret));
    }

    /**
     * Feishu: base64 of HMAC(timestamp LF secret, nothing).
     *
     * @see "open.feishu.cn, custom bot guide: signature verification"
     */
    static String feishu(long timestampSeconds, String secret) {
        return base64(hmac(timestampSeconds + "\n" + secret, ""));
    }

    /** Ours: hex of HMAC(secret, timestamp "." body), so that neither an old body nor another can be sent with it. */
    static String generic(long timestampSeconds, String body, String secret) {
        return HexFormat.of().formatHex(hmac(secret, timestampSeconds + "." + body));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
