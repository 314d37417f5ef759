package io.deskpulse.ops.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The part of Flink's REST interface that starts a job (upload a jar, run it) and tells about jobs.
 *
 * <p>Every method throws {@link UserError} when the cluster is not reached or refuses, in the cluster's words.
 */
public final class FlinkRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;

    /**
     * A cluster by the address of its JobManager.
     *
     * @throws UserError when the address is no http(s) URL
     */
    public FlinkRest(String url) {
        try {
            base = new URI(url.endsWith("/") ? url : url + "/");
        } catch (URISyntaxException e) {
            throw unreadable(url, e);
        }
        if (!url.matches("https?://[^/]+.*") || base.getHost() == null) {
            throw unreadable(url, null);
        }
    }

    private static UserError unreadable(String url, Exception cause) {
        return new UserError("Flink's address must be http(s)://HOST:PORT, got " + url + ".", cause);
    }

    /** Uploads a jar; returns the id under which the cluster keeps it. */
    public String upload(Path jar) {
        String boundary = "deskpulse-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                + jar.getFileName() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("jars/upload"))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(head),
                            BodyPublishers.ofFile(jar),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                    .build();
            String stored = send(request).path("filename").asText();
            return stored.substring(stored.lastIndexOf('/') + 1);
        } catch (FileNotFoundException e) {
            throw new UserError("There is no file " + jar + ".", e);
        }
    }

    /**
     * Runs a main class of an uploaded jar.
     *
     * @param arguments of the main class
     * @param savepoint to start from, null for none; state that the job cannot place is an error
     * @param settings of Flink for this job alone, none for those of the cluster
     * @return id of the job
     */
    public String run(
            String jarId, String entryClass, List<String> arguments, String savepoint, Map<String, String> settings) {
        ObjectNode body = JSON.createObjectNode().put("entryClass", entryClass);
        arguments.forEach(body.putArray("programArgsList")::add);
        if (savepoint != null) {
            body.put("savepointPath", savepoint).put("allowNonRestoredState", false);
        }
        if (!settings.isEmpty()) {
            settings.forEach(body.putObject("flinkConfiguration")::put);
        }
        HttpRequest request = HttpRequest.newBuilder(base.resolve("jars/" + jarId + "/run"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return send(request).path("jobid").asText();
    }

    /**
     * Stops a job with a savepoint, from which any parallelism may go on; returns when the savepoint is complete.
     *
     * @param directory where the savepoint goes; null for the one of the cluster's settings
     * @return its path
     */
    public String stop(String jobId, String directory) {
        ObjectNode body = JSON.createObjectNode().put("drain", false);
        if (directory != null) {
            body.put("targetDirectory", directory);
        }
        HttpRequest request = HttpRequest.newBuilder(base.resolve("jobs/" + jobId + "/stop"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        String trigger = send(request).path("request-id").asText();
        while (true) {
            JsonNode answer = get("jobs/" + jobId + "/savepoints/" + trigger);
            if (answer.path("status").path("id").asText().equals("COMPLETED")) {
                JsonNode operation = answer.path("operation");
                if (operation.has("location")) {
                    return operation.path("location").asText();
                }
                throw new UserError("Flink could not stop the job with a savepoint: "
                        + lastCause(operation
                                .path("failure-cause")
                                .path("stack-trace")
                                .asText()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while a job was being stopped; the cluster goes on with it.", e);
        }
    }

    /**
     * What the cluster tells under a path.
     *
     * @param path with its query, relative to the address: {@code jobs/overview}
     */
    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build());
    }

    /** Id of the job of that name that has not ended; empty when there is none. */
    public Optional<String> running(String name) {
        for (JsonNode job : get("jobs/overview").path("jobs")) {
            if (job.path("name").asText().equals(name)
                    && !ENDED.contains(job.path("state").asText())) {
                return Optional.of(job.path("jid").asText());
            }
        }
        return Optional.empty();
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new UserError(
                        "Flink at " + base + " refused (" + answer.statusCode() + "): " + reason(answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UserError("What answers at " + base + " is not Flink.", e);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "it is not reached" : e.getMessage();
            throw new UserError("Flink does not answer at " + base + ": " + why + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for Flink.", e);
        }
    }

    /** Flink answers errors with stack traces: the last cause says what is wrong. */
    private static String reason(String body) {
        try {
            StringBuilder errors = new StringBuilder();
            JSON.readTree(body).path("errors").forEach(error -> errors.append(error.asText()));
            return lastCause(errors.toString());
        } catch (IOException e) {
            return body.strip();
        }
    }

    private static String lastCause(String stackTrace) {
        String[] causes = stackTrace.split("Caused by: ");
        return causes[causes.length - 1].split("\n\tat |\n\t\\.\\.\\. ")[0].strip();
    }
}
