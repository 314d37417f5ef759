package io.deskpulse.demo.shop;

import io.deskpulse.demo.script.Dice;
import java.util.ArrayList;
import java.util.List;

/** The last few things of a kind, so that stories can refer to the past in bounded memory. */
public final class Recent<T> {

    private final int capacity;
    private final List<T> items = new ArrayList<>();
    private int oldest;

    /** Remembers at most so many, at least 1. */
    public Recent(int capacity) {
        this.capacity = capacity;
    }

    /** Remembers one more, and forgets the oldest when there are too many. */
    public void add(T item) {
        if (items.size() < capacity) {
            items.add(item);
        } else {
            items.set(oldest, item);
            oldest = (oldest + 1) % capacity;
        }
    }

    /** Any of them; null when there is none. */
    public T any(Dice dice) {
        return items.isEmpty() ? null : dice.pick(items);
    }
}
