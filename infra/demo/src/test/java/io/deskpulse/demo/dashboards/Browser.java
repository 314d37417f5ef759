package io.deskpulse.demo.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One tab of a headless Chromium, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final LinkedBlockingQueue<JsonNode> answers;
    private final List<String> errors;
    private int lastId;

    private Browser(Process process, WebSocket socket, Messages messages) {
        this.process = process;
        this.socket = socket;
        this.answers = messages.answers;
        this.errors = messages.errors;
    }

    /** The program that {@code CHROMIUM} names, else one of the PATH. */
    static Optional<Path> program(Map<String, String> environment) {
        String configured = environment.get("CHROMIUM");
        if (configured != null) {
            return Optional.of(Path.of(configured));
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a profile in an empty directory. */
    static Browser start(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=en",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        HttpClient client = HttpClient.newHttpClient();
        String host = host(process.inputReader());
        String tabs = client.send(
                        HttpRequest.newBuilder(URI.create("http://" + host + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        URI tab = URI.create(
                JSON.readTree(tabs).path(0).path("webSocketDebuggerUrl").asText());
        Messages messages = new Messages();
        WebSocket socket =
                client.newWebSocketBuilder().buildAsync(tab, messages).join();
        Browser browser = new Browser(process, socket, messages);
        browser.call("Page.enable", Map.of());
        browser.call("Runtime.enable", Map.of());
        return browser;
    }

    /** The window, in pixels. */
    void resize(int width, int height) throws IOException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(URI address) throws IOException {
        errors.clear();
        call("Page.navigate", Map.of("url", address.toString()));
    }

    /** What an expression, or the promise it gives, comes to; undefined is a missing node. */
    JsonNode evaluate(String expression) throws IOException {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        return answer.path("result").path("value");
    }

    /** Clicks in the middle of the first element that matches, as a mouse does. */
    void click(String selector) throws IOException {
        JsonNode middle = evaluate("(() => { const box = document.querySelector(" + JSON.writeValueAsString(selector)
                + ").getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            middle.path(0).asDouble(),
                            "y",
                            middle.path(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** The window as soon as a change of its size is painted: tables draw the rows in sight a frame after they know how many. */
    void screenshot(Path file) throws IOException {
        evaluate("new Promise(done => { let frames = 5;"
                + " const next = () => frames-- > 0 ? requestAnimationFrame(next) : done(); next(); })");
        JsonNode image = call("Page.captureScreenshot", Map.of("format", "png"));
        Files.write(file, Base64.getDecoder().decode(image.path("data").asText()));
    }

    /** Exceptions that nobody caught since the page was opened. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> processes = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        // Until the last one is gone, files may appear in the profile that somebody is deleting.
        processes.forEach(each -> each.onExit().join());
    }

    private static String host(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                return listening.group(1);
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws IOException {
        ObjectNode message = JSON.createObjectNode().put("id", ++lastId).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).join();
        try {
            JsonNode answer = answers.poll(60, TimeUnit.SECONDS);
            if (answer == null || answer.has("error")) {
                throw new IOException(method + ": " + answer);
            }
            return answer.path("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Answers come in the order of the calls; of the events only exceptions matter. */
    private static final class Messages implements WebSocket.Listener {
        private final LinkedBlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
        private final List<String> errors = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take();
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take() {
            try {
                JsonNode message = JSON.readTree(text.toString());
                if (message.has("id")) {
                    answers.add(message);
                } else if (message.path("method").asText().equals("Runtime.exceptionThrown")) {
                    errors.add(message.path("params").path("exceptionDetails").toString());
                }
            } catch (IOException e) {
                errors.add(e.getMessage());
            }
        }
    }
}
