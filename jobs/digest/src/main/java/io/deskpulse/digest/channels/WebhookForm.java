package io.deskpulse.digest.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.digest.channels.Outcome.Kind;
import io.deskpulse.digest.content.DigestJson;
import io.deskpulse.digest.rendering.DigestText;
import io.deskpulse.digest.rendering.MarkdownDigest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a webhook of one make is sent, how large it may be and how often, and what its answers mean.
 *
 * <p>Limits are those that the makes publish: DingTalk 20 messages a minute and 20,000 bytes, Feishu 100 a minute, 5 a second and 20 KB,
 * WeCom 20 a minute and 4,096 bytes, Slack one a second and 40,000 characters.
 */
enum WebhookForm {
    /** {@code errcode} 130101 and 410100 say too often. */
    DINGTALK(18_000, Duration.ofSeconds(3), Set.of(130_101, 410_100)) {
        @Override
        ObjectNode body(Message message, Instant now, String secret) {
            ObjectNode body = JSON.createObjectNode().put("msgtype", "markdown");
            body.putObject("markdown").put("title", title(message)).put("text", markdown(message));
            return body;
        }

        @Override
        URI address(URI url, Instant now, String secret) {
            if (secret == null) {
                return url;
            }
            String sign = URLEncoder.encode(Signatures.dingTalk(now.toEpochMilli(), secret), StandardCharsets.UTF_8);
            String joint = url.getRawQuery() == null ? "?" : "&";
            return URI.create(url + joint + "timestamp=" + now.toEpochMilli() + "&sign=" + sign);
        }
    },
    /** {@code code} 9499 and 11232 say too often. */
    FEISHU(18_000, Duration.ofSeconds(1), Set.of(9_499, 11_232)) {
        @Override
        ObjectNode body(Message message, Instant now, String secret) {
            ObjectNode body = JSON.createObjectNode();
            if (secret != null) {
                body.put("timestamp", Long.toString(now.getEpochSecond()));
                body.put("sign", Signatures.feishu(now.getEpochSecond(), secret));
            }
            body.put("msg_type", "interactive");
            ObjectNode card = body.putObject("card");
            card.putObject("header").putObject("title").put("tag", "plain_text").put("content", title(message));
            card.putArray("elements").addObject().put("tag", "markdown").put("content", markdown(message));
            return body;
        }
    },
    /** {@code errcode} 45009 says too often. */
    WECOM(4_000, Duration.ofSeconds(3), Set.of(45_009)) {
        @Override
        ObjectNode body(Message message, Instant now, String secret) {
            ObjectNode body = JSON.createObjectNode().put("msgtype", "markdown");
            body.putObject("markdown").put("content", markdown(message));
            return body;
        }
    },
    /** Answers with a status and a word. */
    SLACK(36_000, Duration.ofSeconds(1), Set.of()) {
        @Override
        ObjectNode body(Message message, Instant now, String secret) {
            String text = markdown(message)
                    .replaceAll("(?m)^#+ (.*)$", "*$1*")
                    .replace("**", "*")
                    .replaceAll("\\\\([\\\\`*_\\[\\]<>#|!])", "$1")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
            return JSON.createObjectNode().put("text", text);
        }
    },
    /** Answers with a status; knows a message that comes again by its id. */
    WEBHOOK(1_000_000, Duration.ZERO, Set.of()) {
        @Override
        ObjectNode body(Message message, Instant now, String secret) {
            ObjectNode body = JSON.createObjectNode();
            body.put("delivery_id", message.id());
            body.put("language", message.words().language());
            body.put("subject", title(message));
            body.put("correction", message.digest().isCorrection());
            body.set("digest", tree(DigestJson.compact(message.digest())));
            return body;
        }

        @Override
        Map<String, String> headers(Message message, String body, Instant now, String secret) {
            String sign = Signatures.generic(now.getEpochSecond(), body, secret);
            return Map.of(
                    "Idempotency-Key",
                    message.id(),
                    "Deskpulse-Signature",
                    "t=" + now.getEpochSecond() + ",v1=" + sign);
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int mostBytes;
    private final Duration gap;
    private final Set<Integer> tooOften;

    WebhookForm(int mostBytes, Duration gap, Set<Integer> tooOften) {
        this.mostBytes = mostBytes;
        this.gap = gap;
        this.tooOften = tooOften;
    }

    abstract ObjectNode body(Message message, Instant now, String secret);

    /** Where it is sent to, signed where the address is. */
    URI address(URI url, Instant now, String secret) {
        return url;
    }

    Map<String, String> headers(Message message, String body, Instant now, String secret) {
        return Map.of();
    }

    Duration gap() {
        return gap;
    }

    String title(Message message) {
        return new DigestText(message.digest(), message.words()).subject();
    }

    /** Leaves room for the JSON around it, in which line ends and quotes count twice. */
    String markdown(Message message) {
        return new MarkdownDigest(message.digest(), message.words()).within(mostBytes * 9 / 10);
    }

    /** What an answer of status 200 means: the robots of chats say in it what went wrong. */
    Outcome meaning(String answer) {
        if (this == WEBHOOK || this == SLACK) {
            return Outcome.of(Kind.ACCEPTED, "");
        }
        JsonNode read = answer.isBlank() ? null : tree(answer);
        JsonNode code = read == null ? null : firstOf(read, "errcode", "code", "StatusCode");
        if (code == null || !code.isInt()) {
            return Outcome.of(Kind.UNKNOWN, "an answer without a code: " + answer);
        }
        String detail =
                code.asInt() + " " + read.path("errmsg").asText(read.path("msg").asText(""));
        if (code.asInt() == 0) {
            return Outcome.of(Kind.ACCEPTED, "");
        }
        return Outcome.of(tooOften.contains(code.asInt()) ? Kind.AGAIN : Kind.REFUSED, detail);
    }

    private static JsonNode firstOf(JsonNode node, String... names) {
        for (String name : names) {
            if (node.has(name)) {
                return node.get(name);
            }
        }
        return null;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
