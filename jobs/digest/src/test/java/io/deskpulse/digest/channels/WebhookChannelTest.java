package io.deskpulse.digest.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.deskpulse.digest.channels.Outcome.Kind;
import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestJson;
import io.deskpulse.digest.content.Digests;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks against an HTTP server of this process. */
class WebhookChannelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Words ZH =
            new Words("zh", ReasonTaxonomy.bundled(), TopicTaxonomy.bundled().newest());

    private final List<Request> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private String retryAfter = "90";
    private boolean hangsUp;

    private record Request(String query, String body, String key, String signature) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    exchange.getRequestURI().getRawQuery(),
                    body,
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Deskpulse-Signature")));
            if (hangsUp) {
                exchange.close();
                return;
            }
            if (status >= 400) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void dingTalkIsSignedInItsAddress() throws IOException {
        assertThat(send(WebhookForm.DINGTALK, "SEC1")).isEqualTo(Kind.ACCEPTED);

        // printf '1795395600000\nSEC1' | openssl dgst -sha256 -hmac SEC1 -binary | base64, as of a URL
        assertThat(requests.get(0).query()).startsWith("access_token=t&timestamp=1795395600000&sign=");
        assertThat(requests.get(0).query()).endsWith("sign=Esvhr1OThLCpKLuKDRIASFKQHPfWTpJvVotHSKX4vDg%3D");
        JsonNode body = JSON.readTree(requests.get(0).body());
        assertThat(body.path("msgtype").asText()).isEqualTo("markdown");
        assertThat(body.path("markdown").path("text").asText()).startsWith("# 商品问题简报");
        assertThat(body.path("markdown").path("title").asText()).contains("商品问题");
    }

    /** Inputs of the examples in the guides of the makes, outputs of their programs in Python. */
    @Test
    void signaturesAreThoseOfTheGuides() {
        assertThat(Signatures.dingTalk(1_577_262_236_757L, "this is secret"))
                .isEqualTo("hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=");
        assertThat(Signatures.feishu(1_599_360_473, "你的密钥")).isEqualTo("LGQ8uyis9+PUlaQz4PLURvxr+NWlGF+dpzH2lNT3ISQ=");
    }

    @Test
    void feishuIsSignedInItsBody() throws IOException {
        answer = "{\"code\":0,\"msg\":\"success\"}";

        assertThat(send(WebhookForm.FEISHU, "SEC1")).isEqualTo(Kind.ACCEPTED);

        JsonNode body = JSON.readTree(requests.get(0).body());
        assertThat(body.path("timestamp").asText()).isEqualTo("1795395600");
        // printf '' | openssl dgst -sha256 -hmac $'1795395600\nSEC1' -binary | base64
        assertThat(body.path("sign").asText()).isEqualTo("5NyumIZEQeiTHF5eT/Fl5So4CodGd3twnSVfvbfjmyY=");
        assertThat(body.path("card").path("elements").get(0).path("content").asText())
                .startsWith("# 商品");
    }

    @Test
    void oursIsSignedAndCarriesItsId() throws IOException {
        assertThat(send(WebhookForm.WEBHOOK, "SEC1")).isEqualTo(Kind.ACCEPTED);

        Request request = requests.get(0);
        assertThat(request.key()).isEqualTo("d1");
        assertThat(request.signature())
                .isEqualTo("t=1795395600,v1=" + Signatures.generic(1_795_395_600, request.body(), "SEC1"));
        JsonNode body = JSON.readTree(request.body());
        assertThat(body.path("delivery_id").asText()).isEqualTo("d1");
        assertThat(DigestJson.read(body.path("digest").toString())).isEqualTo(Digests.week());
    }

    @Test
    void slackGetsItsOwnMarks() throws IOException {
        answer = "ok";

        assertThat(send(WebhookForm.SLACK, null)).isEqualTo(Kind.ACCEPTED);

        assertThat(JSON.readTree(requests.get(0).body()).path("text").asText())
                .startsWith("*商品问题简报：Northlight &lt;Home&gt;")
                .doesNotContain("**", "# ");
    }

    @ParameterizedTest
    @EnumSource(
            value = WebhookForm.class,
            names = {"DINGTALK", "FEISHU", "WECOM", "SLACK"})
    void noBodyIsLargerThanTheReceiverTakes(WebhookForm form) throws IOException {
        int most = form == WebhookForm.WECOM ? 4_096 : form == WebhookForm.SLACK ? 40_000 : 20_000;

        channel(form, null).send(new Message("d1", Digests.large(30), ZH));

        JsonNode body = JSON.readTree(requests.get(0).body());
        String text = switch (form) {
            case WECOM -> body.path("markdown").path("content").asText();
            case SLACK -> body.path("text").asText();
            default -> requests.get(0).body();
        };
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(most / 2, most);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DINGTALK | 200 | {"errcode":310000,"errmsg":"sign not match"} | REFUSED
            DINGTALK | 200 | {"errcode":130101,"errmsg":"send too fast"}  | AGAIN
            FEISHU   | 200 | {"code":19021,"msg":"sign match fail"}       | REFUSED
            FEISHU   | 200 | {"code":9499,"msg":"too many request"}       | AGAIN
            WECOM    | 200 | {"errcode":45009,"errmsg":"freq out of limit"} | AGAIN
            WECOM    | 200 | {"errcode":93000,"errmsg":"invalid webhook"} | REFUSED
            WECOM    | 200 | <html>                                       | UNKNOWN
            SLACK    | 404 | no_service                                   | REFUSED
            SLACK    | 429 | rate_limited                                 | AGAIN
            SLACK    | 503 | busy                                         | AGAIN
            SLACK    | 502 | bad gateway                                  | UNKNOWN
            WEBHOOK  | 202 | queued                                       | ACCEPTED
            WEBHOOK  | 401 | who                                          | REFUSED
            """)
    void answersMeanWhatTheReceiverSays(WebhookForm form, int code, String text, Kind expected) {
        status = code;
        answer = text;

        Outcome outcome = channel(form, "SEC1").send(message(Digests.week()));

        assertThat(outcome.kind()).isEqualTo(expected);
        assertThat(outcome.pause()).isEqualTo(code == 429 || code >= 500 ? Duration.ofSeconds(90) : null);
        assertThat(outcome.detail()).doesNotContain("127.0.0.1", "access_token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            429 | 120                           | PT2M
            503 | Mon, 23 Nov 2026 01:05:00 GMT | PT5M
            500 | Mon, 23 Nov 2026 01:05:00 GMT | PT5M
            503 | Mon, 23 Nov 2026 00:05:00 GMT | -
            429 | soon                          | -
            429 | 9999999                       | -
            """)
    void waitsAsLongAsTheReceiverAsks(int code, String asked, Duration pause) {
        status = code;
        retryAfter = asked;

        assertThat(channel(WebhookForm.WEBHOOK, "k")
                        .send(message(Digests.week()))
                        .pause())
                .isEqualTo(pause);
    }

    @Test
    void aLineThatBreaksAfterTheBodyMayHaveDeliveredIt() {
        hangsUp = true;

        assertThat(send(WebhookForm.DINGTALK, "SEC1")).isEqualTo(Kind.UNKNOWN);
        assertThat(requests).hasSize(1);
    }

    @Test
    void nobodyListeningHasSurelyNotGotIt() {
        int port = server.getAddress().getPort();
        server.stop(0);
        Channel channel = new WebhookChannel(
                WebhookForm.SLACK, URI.create("http://127.0.0.1:" + port + "/"), null, InstantSource.fixed(NOW));

        assertThat(channel.send(message(Digests.week())).kind()).isEqualTo(Kind.AGAIN);
    }

    private Kind send(WebhookForm form, String secret) {
        return channel(form, secret).send(message(Digests.week())).kind();
    }

    private static Message message(Digest digest) {
        return new Message("d1", digest, ZH);
    }

    private Channel channel(WebhookForm form, String secret) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/robot?access_token=t");
        return new WebhookChannel(form, url, secret, InstantSource.fixed(NOW));
    }
}
