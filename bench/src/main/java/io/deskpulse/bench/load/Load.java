package io.deskpulse.bench.load;

import io.deskpulse.schemas.EventStream;
import java.time.Instant;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/**
 * Generated events of one stream, in time order and without end: a fixed number of subjects (conversations, orders, tickets) is open
 * at a time, they take turns at random, and one that ends makes way for the next.
 *
 * <p>Deterministic for its parameters.
 */
public abstract class Load {
    private static final int SHOPS = 200;
    private static final int ACCOUNTS_PER_SHOP = 20;

    private final EventStream stream;
    private final SplittableRandom random;
    private final long[] open;
    private final byte[] steps;
    private long nextSubject;
    private long begun;

    /**
     * A load.
     *
     * @param open subjects going on at a time
     */
    Load(EventStream stream, long seed, int open) {
        this.stream = stream;
        this.random = new SplittableRandom(seed);
        this.open = new long[open];
        this.steps = new byte[open];
        for (int i = 0; i < open; i++) {
            this.open[i] = nextSubject++;
        }
    }

    /** Events of this subject in all. */
    abstract int length(long subject);

    /** The event of a subject at step 0, 1, …, {@code length - 1}. */
    abstract SpecificRecord event(long subject, int step, String eventId, Instant time);

    /** The next event of one of the open subjects. */
    public final SpecificRecord next(Instant time) {
        return next(random.nextInt(open.length), time);
    }

    /** The next event of the subject that is open in a place, counted from 0. */
    public final SpecificRecord next(int slot, Instant time) {
        long subject = open[slot];
        int step = steps[slot]++;
        if (step == 0) {
            begun++;
        }
        if (step + 1 == length(subject)) {
            steps[slot] = 0;
            open[slot] = nextSubject++;
        }
        return event(subject, step, "%s-%x-%d".formatted(stream.jsonName(), subject, step), time);
    }

    /** Subjects of which at least one event exists. */
    public final long begun() {
        return begun;
    }

    /** The shop of a buyer; all that a buyer does happens in one shop. */
    static String shop(long buyer) {
        return "shop-" + buyer % SHOPS;
    }

    static String buyer(long buyer) {
        return "buyer-" + buyer;
    }

    /** One of the accounts of a buyer's shop, always the same for the buyer. */
    static String account(long buyer) {
        return shop(buyer) + ":agent-" + buyer / SHOPS % ACCOUNTS_PER_SHOP;
    }
}
