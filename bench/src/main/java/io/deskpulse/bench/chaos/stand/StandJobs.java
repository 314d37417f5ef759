package io.deskpulse.bench.chaos.stand;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.local.cluster.FlinkCluster;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.ops.submit.FlinkRest;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The jobs of a jar on a cluster, as whoever runs them there handles them: through REST, and by files of checkpoints. */
public final class StandJobs {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SELF_HELP = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 250;

    private final FlinkCluster cluster;
    private final Runnable supervision;
    private final FlinkRest rest;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<DeskpulseJob, String> running = new HashMap<>();
    private final Set<Path> corrupted = new HashSet<>();
    private Path jar;
    private String group;
    private List<String> settings;

    /** Whoever waits for jobs supervises their processes meanwhile. */
    StandJobs(FlinkCluster cluster, Runnable supervision) {
        this.cluster = cluster;
        this.supervision = supervision;
        this.rest = new FlinkRest(cluster.rest().toString());
    }

    /** Starts jobs in place of those that run, and returns when each has completed a checkpoint. */
    void start(Path newJar, List<DeskpulseJob> which, String newGroup, List<String> newSettings) {
        await(() -> !ask("overview")
                .map(all -> all.path("slots-total").asInt() == 0)
                .orElse(true));
        running.values().forEach(this::cancel);
        running.clear();
        jar = newJar;
        group = newGroup;
        settings = newSettings;
        String uploaded = rest.upload(jar);
        which.forEach(job -> running.put(job, run(uploaded, job, null)));
        awaitCheckpoints(1);
    }

    /** The consumer group of a job. */
    public String group(DeskpulseJob job) {
        return group + "-" + job.name();
    }

    /** The jobs that run. */
    public Set<DeskpulseJob> all() {
        return running.keySet();
    }

    /** Returns when each job has completed so many checkpoints more. */
    public void awaitCheckpoints(int more) {
        Map<String, Long> before = new HashMap<>();
        await(() -> running.values().stream().allMatch(id -> {
            Optional<Long> newest = newestCheckpoint(id);
            return newest.isPresent() && newest.get() >= before.computeIfAbsent(id, first -> newest.get()) + more - 1;
        }));
    }

    /** Writes garbage over the newest checkpoint of each job. */
    void corruptNewestCheckpoints() {
        running.values().forEach(id -> checkpoints(id).stream().limit(1).forEach(this::corrupt));
    }

    /** What somebody does whose jobs do not come back from their newest checkpoint: starts them from the one before. */
    void startFromOlderCheckpoints() {
        Map<String, Long> before = new HashMap<>();
        // Whether or not it runs now: what it completed before the loss is no sign that it is back.
        running.values().forEach(id -> before.put(id, completed(id).orElse(0L)));
        long deadline = System.nanoTime() + SELF_HELP.toNanos();
        List<DeskpulseJob> stuck = new ArrayList<>(running.keySet());
        while (!stuck.isEmpty() && System.nanoTime() < deadline) {
            stuck.removeIf(job -> newestCheckpoint(running.get(job)).orElse(0L) > before.get(running.get(job)));
            Pause.millis(PAUSE_MILLIS);
        }
        if (stuck.isEmpty()) {
            return;
        }
        String uploaded = rest.upload(jar);
        for (DeskpulseJob job : stuck) {
            String id = running.get(job);
            String older = checkpoints(id).stream()
                    .filter(checkpoint -> !corrupted.contains(checkpoint))
                    .findFirst()
                    .map(path -> path.toUri().toString())
                    .orElseThrow(() -> new IllegalStateException(job.name() + " kept no older checkpoint"));
            cancel(id);
            running.put(job, run(uploaded, job, older));
        }
        awaitCheckpoints(1);
    }

    private String run(String uploaded, DeskpulseJob job, String checkpoint) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(List.of("--kafka.group", group(job)));
        if (!job.topics().contains(Topics.DEAD_LETTERS)) {
            arguments.addAll(List.of("--retention.at-rest", "forever"));
        }
        return rest.run(uploaded, job.getClass().getName(), arguments, checkpoint, Map.of("parallelism.default", "1"));
    }

    private void cancel(String id) {
        send(HttpRequest.newBuilder(address("jobs/" + id + "?mode=cancel"))
                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                .build());
        await(() -> ask("jobs/" + id)
                .map(job -> Set.of("CANCELED", "FAILED", "FINISHED")
                        .contains(job.path("state").asText()))
                .orElse(false));
    }

    private void send(HttpRequest request) {
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI address(String path) {
        return URI.create(cluster.rest() + "/" + path);
    }

    /** Number of the newest checkpoint that a job has completed while it runs; empty while it does not. */
    private Optional<Long> newestCheckpoint(String id) {
        return ask("jobs/" + id)
                .filter(job -> job.path("state").asText().equals("RUNNING"))
                .flatMap(job -> completed(id));
    }

    /** Number of the newest checkpoint that a job has completed; empty when there is none or nobody answers. */
    private Optional<Long> completed(String id) {
        return ask("jobs/" + id + "/checkpoints")
                .map(all -> all.path("latest").path("completed").path("id").asLong(0))
                .filter(number -> number > 0);
    }

    /** Directories of the checkpoints of a job, the newest first. */
    private List<Path> checkpoints(String id) {
        try (Stream<Path> files = Files.list(cluster.checkpoints().resolve(id))) {
            return files.filter(path -> Files.exists(path.resolve("_metadata")))
                    .sorted(Comparator.comparingLong(StandJobs::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
    }

    private void corrupt(Path checkpoint) {
        corrupted.add(checkpoint);
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = bytes.length / 2; i < bytes.length; i++) {
                    bytes[i] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        } catch (IOException e) {
            // A newer one has come meanwhile, and this one is being deleted.
        }
    }

    /** What REST says; nothing while nobody answers. */
    private Optional<JsonNode> ask(String path) {
        try {
            return Optional.of(rest.get(path));
        } catch (UserError e) {
            return Optional.empty();
        }
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the jobs do not come to rest within " + PATIENCE);
            }
            supervision.run();
            Pause.millis(PAUSE_MILLIS);
        }
    }
}
