package io.deskpulse.local.imports;

import io.deskpulse.imports.live.Signature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code deskpulse ingest} as a user starts it: a process of its own, with the secret in its environment. */
final class IngestProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://127\\.0\\.0\\.1:\\d+)");
    private static final String SECRET = "shared between two";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    /** Returns when it listens. */
    IngestProcess(String kafka) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.deskpulse.events",
                "-cp",
                System.getProperty("java.class.path"),
                "io.deskpulse.cli.Deskpulse"));
        command.addAll(List.of(
                "ingest",
                "--from",
                "chatwoot",
                "--shop",
                "s1",
                "--port",
                "0",
                "--kafka",
                kafka,
                "--answer-within",
                "2000"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DESKPULSE_WEBHOOK_SECRET", SECRET);
        process = builder.start();
        address =
                listening(new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)));
    }

    private static String listening(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return listening.group(1);
            }
            all.append(line).append('\n');
        }
        throw new AssertionError("it ended before it listened: " + all);
    }

    /** Delivers a webhook with its signature. */
    HttpResponse<String> deliver(String body) throws IOException, InterruptedException {
        return send(signed(body));
    }

    /** The same, without waiting for the answer. */
    CompletableFuture<HttpResponse<String>> beginToDeliver(String body) {
        return client.sendAsync(signed(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder signed(String body) {
        String signature = Signature.of("chatwoot").sign("1794362400", body.getBytes(StandardCharsets.UTF_8), SECRET);
        return request("/")
                .header("X-Chatwoot-Timestamp", "1794362400")
                .header("X-Chatwoot-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Delivers a webhook without. */
    HttpResponse<String> deliverUnsigned(String body) throws IOException, InterruptedException {
        return send(request("/").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What a path says. */
    String get(String path) throws IOException, InterruptedException {
        return send(request(path)).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Tells it to stop, as the end of a container does. */
    void stop() {
        process.destroy();
    }

    /** Kills it, as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
