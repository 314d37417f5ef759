package io.deskpulse.imports.live;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a source signs what it delivers, with a secret that both know.
 *
 * @param header that holds the signature
 * @param timestamp header whose value goes before the body; null when the body alone is signed
 * @param between what stands between the two
 * @param algorithm of the code, as Java names it
 * @param prefix of the signature, such as {@code sha1=}
 * @param hexadecimal whether it is written so, and not in Base64
 */
public record Signature(
        String header, String timestamp, String between, String algorithm, String prefix, boolean hexadecimal) {
    private static final Map<String, Signature> BY_SOURCE = Map.of(
            "shopify", new Signature("X-Shopify-Hmac-Sha256", null, "", "HmacSHA256", "", false),
            "woocommerce", new Signature("X-WC-Webhook-Signature", null, "", "HmacSHA256", "", false),
            "zendesk",
                    new Signature(
                            "X-Zendesk-Webhook-Signature",
                            "X-Zendesk-Webhook-Signature-Timestamp",
                            "",
                            "HmacSHA256",
                            "",
                            false),
            "intercom", new Signature("X-Hub-Signature", null, "", "HmacSHA1", "sha1=", true),
            "zammad", new Signature("X-Hub-Signature", null, "", "HmacSHA1", "sha1=", true),
            "chatwoot",
                    new Signature("X-Chatwoot-Signature", "X-Chatwoot-Timestamp", ".", "HmacSHA256", "sha256=", true));

    /** That of a source, or null when it signs nothing. */
    public static Signature of(String source) {
        return BY_SOURCE.get(source);
    }

    /** Whether a delivery was signed with the secret; takes the same time whatever is wrong. */
    public boolean isRight(Headers headers, byte[] body, String secret) {
        String given = headers.getFirst(header);
        String at = timestamp == null ? "" : headers.getFirst(timestamp);
        if (given == null || at == null) {
            return false;
        }
        byte[] expected = sign(at, body, secret).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    /** The signature of a body. */
    public String sign(String at, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            if (timestamp != null) {
                mac.update((at + between).getBytes(StandardCharsets.UTF_8));
            }
            byte[] code = mac.doFinal(body);
            return prefix
                    + (hexadecimal
                            ? HexFormat.of().formatHex(code)
                            : Base64.getEncoder().encodeToString(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
