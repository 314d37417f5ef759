package io.deskpulse.bench.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Delivers webhooks at a rate over as many connections as a system holds, each webhook again until it is taken. What could not go out in
 * time, since all of them wait, goes out as fast as it is taken.
 */
final class Deliveries {
    private static final int CONNECTIONS = 90;
    private static final long AGAIN_MILLIS = 1_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong again = new AtomicLong();

    Deliveries(int port) {
        address = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Returns when all are taken. */
    void deliver(long count, int perSecond) throws InterruptedException {
        long begun = System.nanoTime();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread sender = new Thread(() -> send(count, begun, perSecond));
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private void send(long count, long begun, int perSecond) {
        try {
            for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                long wait = begun + number * 1_000_000_000L / perSecond - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                while (!isTaken(Webhooks.line(number))) {
                    again.incrementAndGet();
                    TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
                }
                taken.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTaken(String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // as a system does that hears nothing
        }
    }

    long taken() {
        return taken.get();
    }

    long again() {
        return again.get();
    }
}
