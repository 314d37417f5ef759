package io.deskpulse.imports.groups;

import io.deskpulse.imports.sorting.Entry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Sorted items as groups of one subject each. */
final class GroupIterator {
    private final Iterator<Entry> entries;
    private final long mostBytes;
    private Item ahead;
    private boolean tooLarge;
    private long bytes;

    GroupIterator(Iterator<Entry> entries, long mostBytes) {
        this.entries = entries;
        this.mostBytes = mostBytes;
    }

    /** The items of the next subject, or null at the end; without their contents when they are too many. */
    List<Item> next() {
        Item first = ahead == null ? take() : ahead;
        if (first == null) {
            return null;
        }
        List<Item> group = new ArrayList<>();
        bytes = 0;
        tooLarge = false;
        Item item = first;
        while (item != null && item.subject().equals(first.subject())) {
            bytes += item.content().length;
            if (bytes > mostBytes && !tooLarge) {
                tooLarge = true;
                group.replaceAll(GroupIterator::emptied);
            }
            group.add(tooLarge ? emptied(item) : item);
            item = take();
        }
        ahead = item;
        return group;
    }

    /** How large the group is that {@link #next} gave last. */
    long bytes() {
        return bytes;
    }

    /** Whether the group that {@link #next} gave last was too large to be kept. */
    boolean isTooLarge() {
        return tooLarge;
    }

    private Item take() {
        return entries.hasNext() ? Item.of(entries.next()) : null;
    }

    private static Item emptied(Item item) {
        return new Item(item.subject(), item.kind(), item.id(), item.part(), item.place(), new byte[] {'{', '}'});
    }
}
