package io.deskpulse.digest.channels;

import io.deskpulse.digest.channels.Outcome.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A webhook. */
final class WebhookChannel implements Channel {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final WebhookForm form;
    private final URI url;
    private final String secret;
    private final InstantSource clock;

    /**
     * A webhook of a make.
     *
     * @param secret that signs; null when nothing does
     */
    WebhookChannel(WebhookForm form, URI url, String secret, InstantSource clock) {
        this.form = form;
        this.url = url;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public boolean knowsRepeats() {
        return form == WebhookForm.WEBHOOK;
    }

    @Override
    public Duration gap() {
        return form.gap();
    }

    @Override
    public Outcome send(Message message) {
        var now = clock.instant();
        String body = form.body(message, now, secret).toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(form.address(url, now, secret))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        form.headers(message, body, now, secret).forEach(request::header);
        try {
            return meaning(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (HttpConnectTimeoutException | ConnectException e) {
            return Outcome.of(Kind.AGAIN, "not reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.of(Kind.UNKNOWN, "interrupted");
        } catch (IOException e) {
            boolean isUnresolved = e.getCause() instanceof UnresolvedAddressException;
            String name = e instanceof InterruptedIOException
                    ? "interrupted"
                    : e.getClass().getSimpleName();
            return Outcome.of(isUnresolved ? Kind.AGAIN : Kind.UNKNOWN, isUnresolved ? "no such host" : name);
        }
    }

    /**
     * Only "too often" and "not now" say surely that the receiver does not have it and may take it; of other failures of a server a
     * gateway may tell that has passed the message on.
     */
    private Outcome meaning(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return form.meaning(answer.body());
        }
        String detail = "status " + status;
        if (status == 429 || status == 503) {
            return new Outcome(Kind.AGAIN, detail, wait(answer));
        }
        return status / 100 == 5 ? new Outcome(Kind.UNKNOWN, detail, wait(answer)) : Outcome.of(Kind.REFUSED, detail);
    }

    /**
     * What the receiver asks for in seconds, or until an instant; null when it asks for nothing that can be read.
     *
     * @see "RFC 9110, section 10.2.3"
     */
    private Duration wait(HttpResponse<String> answer) {
        String after =
                answer.headers().firstValue("Retry-After").map(String::strip).orElse("");
        if (after.matches("\\d{1,5}")) {
            return Duration.ofSeconds(Long.parseLong(after));
        }
        try {
            Instant until = ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? null : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
