package io.deskpulse.cli.digest;

import io.deskpulse.digest.channels.Channels;
import io.deskpulse.digest.delivery.Backoff;
import io.deskpulse.digest.delivery.ClickHouseLease;
import io.deskpulse.digest.delivery.ClickHouseOutbox;
import io.deskpulse.digest.delivery.DigestSender;
import io.deskpulse.digest.delivery.DigestSender.Round;
import io.deskpulse.digest.delivery.ReadDigests;
import io.deskpulse.digest.reading.DigestReader;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A sender of this process. */
final class Postman implements AutoCloseable {
    private final DigestSender sender;
    private final ClickHouseLease lease;
    private final InstantSource clock = InstantSource.system();
    private final Terminal terminal;

    Postman(ClickHouseSql clickHouse, SubscriptionFile file, WordsArgument names, Terminal terminal) {
        this.terminal = terminal;
        Set<String> missing = file.missing(System.getenv());
        if (!missing.isEmpty()) {
            throw new UserError("The subscriptions need what is not set: " + String.join(", ", missing) + ".");
        }
        lease = new ClickHouseLease(clickHouse, UUID.randomUUID().toString(), clock);
        Map<String, Words> words = new HashMap<>();
        Words.LANGUAGES.forEach(language -> words.put(language, names.words(language)));
        Channels channels = new Channels(file.mail(), System.getenv(), clock);
        sender = new DigestSender(
                file,
                new DigestSender.Ports(
                        new ReadDigests(new DigestReader(clickHouse), file),
                        new ClickHouseOutbox(clickHouse),
                        lease,
                        channels,
                        channels::address,
                        words::get),
                Backoff.USUAL,
                clock);
    }

    /**
     * Sends until nothing that is due waits for less than {@code patience}.
     *
     * @return whether everything arrived that was tried
     */
    boolean sendOnce(Duration patience) throws InterruptedException {
        Instant until = clock.instant().plus(patience);
        boolean isFine = true;
        while (true) {
            Round round = sender.round();
            isFine &= round.failed() == 0;
            tell(round);
            Instant again = round.held() ? round.again() : clock.instant().plusSeconds(5);
            if (again == null) {
                return isFine;
            }
            if (again.isAfter(until)) {
                terminal.step("Some wait until " + again + "; the next run tries them.");
                return false;
            }
            pause(again, Duration.ofMinutes(1));
        }
    }

    /** Sends what becomes due, for ever. */
    void sendForEver(Duration every) throws InterruptedException {
        while (true) {
            Instant again = null;
            try {
                Round round = sender.round();
                tell(round);
                again = round.again();
            } catch (UserError e) {
                // A server that is down is one that comes back.
                terminal.step(e.getMessage());
            }
            pause(again == null ? clock.instant().plus(every) : again, every);
        }
    }

    private void tell(Round round) {
        if (round.sent() > 0 || round.failed() > 0) {
            terminal.step(round.sent() + " sent, " + round.failed() + " given up; see the view digest_deliveries.");
        }
    }

    private void pause(Instant until, Duration most) throws InterruptedException {
        Duration wait = Duration.between(clock.instant(), until);
        Duration shortest = wait.compareTo(most) < 0 ? wait : most;
        Thread.sleep(Math.max(100, shortest.toMillis()));
    }

    @Override
    public void close() {
        lease.release();
    }
}
