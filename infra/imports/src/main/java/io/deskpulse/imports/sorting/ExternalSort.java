package io.deskpulse.imports.sorting;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Takes entries in any order and gives them back sorted; what exceeds its memory lies on the disk. */
public final class ExternalSort implements AutoCloseable {
    private static final int OVERHEAD = 72;
    private static final int MOST_RUNS = 64;

    private final long memory;
    private final List<ScratchFile> runs = new ArrayList<>();
    private List<Entry> entries = new ArrayList<>();
    private long held;

    /**
     * An empty sort.
     *
     * @param memory bytes that may be held before they go to the disk
     */
    public ExternalSort(long memory) {
        this.memory = memory;
    }

    /** Adds an entry, whose arrays are not changed any more. */
    public void add(byte[] key, byte[] value) {
        entries.add(new Entry(key, value));
        held += key.length + value.length + OVERHEAD;
        if (held > memory) {
            spill(sortedEntries());
            if (runs.size() >= 2 * MOST_RUNS) {
                mergeSome(); // each run is an open file, of which a process may have so many
            }
        }
    }

    /** All entries in order; to be called once. */
    public Iterator<Entry> sorted() {
        if (runs.isEmpty()) {
            return sortedEntries();
        }
        spill(sortedEntries());
        while (runs.size() > MOST_RUNS) {
            mergeSome();
        }
        return merged(runs);
    }

    private void mergeSome() {
        List<ScratchFile> some = List.copyOf(runs.subList(0, MOST_RUNS));
        spill(merged(some));
        some.forEach(ScratchFile::close);
        runs.removeAll(some);
    }

    private Iterator<Entry> sortedEntries() {
        List<Entry> all = entries;
        entries = new ArrayList<>();
        held = 0;
        all.sort(Entry.ORDER);
        return all.iterator();
    }

    private void spill(Iterator<Entry> sorted) {
        ScratchFile run = new ScratchFile();
        runs.add(run);
        try (DataOutputStream out = run.out()) {
            while (sorted.hasNext()) {
                KeyedFile.write(out, sorted.next());
            }
        } catch (IOException e) {
            throw ScratchFile.cannot(e);
        }
    }

    private static Iterator<Entry> merged(List<ScratchFile> files) {
        PriorityQueue<RunReader> heads = new PriorityQueue<>((a, b) -> Entry.ORDER.compare(a.head, b.head));
        for (ScratchFile file : files) {
            RunReader reader = new RunReader(file);
            if (reader.head != null) {
                heads.add(reader);
            }
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !heads.isEmpty();
            }

            @Override
            public Entry next() {
                RunReader first = heads.poll();
                if (first == null) {
                    throw new NoSuchElementException();
                }
                Entry entry = first.head;
                first.advance();
                if (first.head != null) {
                    heads.add(first);
                }
                return entry;
            }
        };
    }

    /** Gives back the disk. */
    @Override
    public void close() {
        runs.forEach(ScratchFile::close);
        runs.clear();
        entries = new ArrayList<>();
    }

    private static final class RunReader {
        private final DataInputStream in;
        private Entry head;

        RunReader(ScratchFile file) {
            try {
                in = file.in();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read what was written before", e);
            }
            advance();
        }

        void advance() {
            try {
                head = KeyedFile.read(in);
            } catch (EOFException e) {
                head = null;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read what was written before", e);
            }
        }
    }
}
