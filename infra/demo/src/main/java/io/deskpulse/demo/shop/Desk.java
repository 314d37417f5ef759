package io.deskpulse.demo.shop;

import io.deskpulse.demo.script.Dice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The accounts at work and the queue before them: first come, first served, each account up to its capacity.
 *
 * <p>Whoever got an account by any of the methods gives it back with {@link #release}.
 */
public final class Desk {

    private final List<Account> atWork = new ArrayList<>();
    private final Deque<Place> queue = new ArrayDeque<>();

    /** Whether nobody is at work. */
    public boolean isClosed() {
        return atWork.isEmpty();
    }

    /** An account begins to take conversations, those in the queue first. */
    public void join(Account account) {
        atWork.add(account);
        serve();
    }

    /** An account takes no new conversations; it keeps those it has. */
    public void leave(Account account) {
        atWork.remove(account);
    }

    /** Stands in the queue; {@code served} is called with the account as soon as one has room, at once if one has now. */
    public Place enqueue(Consumer<Account> served) {
        Place place = new Place(served);
        queue.add(place);
        serve();
        return place;
    }

    /** An account at random, above its capacity if need be: what a named account has to put up with. Null when closed. */
    public Account takeAny(Dice dice) {
        Account account = anyAtWork(dice);
        if (account != null) {
            account.take();
        }
        return account;
    }

    /** Any account at work, not taken: for work beside the conversations. Null when closed. */
    public Account anyAtWork(Dice dice) {
        return isClosed() ? null : dice.pick(atWork);
    }

    /** The least busy account at work other than this one, not taken; null when there is none. */
    public Account colleagueOf(Account account) {
        Account best = null;
        for (Account candidate : atWork) {
            if (candidate != account && (best == null || candidate.load() < best.load())) {
                best = candidate;
            }
        }
        return best;
    }

    /** A conversation moves from one account to another. */
    public void handOver(Account from, Account to) {
        to.take();
        release(from);
    }

    /** A conversation ends; the head of the queue takes its place. */
    public void release(Account account) {
        account.drop();
        serve();
    }

    private void serve() {
        while (!queue.isEmpty()) {
            Account account = colleagueOf(null);
            if (account == null || !account.hasRoom()) {
                return; // the least busy one is full, so all are
            }
            account.take();
            queue.poll().served.accept(account);
        }
    }

    /** A place in the queue. */
    public final class Place {
        private final Consumer<Account> served;

        private Place(Consumer<Account> served) {
            this.served = served;
        }

        /** Gives up; false when it was served before. */
        public boolean abandon() {
            return queue.remove(this);
        }
    }
}
