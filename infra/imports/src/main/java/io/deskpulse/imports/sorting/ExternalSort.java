package io.deskpulse.imports.sorting;

import io.deskpulse.ops.UserError;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Takes entries in any order and gives them back sorted; what exceeds its memory lies in files that only the user can read. */
public final class ExternalSort implements AutoCloseable {
    private static final int OVERHEAD = 72;
    private static final int BUFFER = 65_536;
    private static final int MOST_RUNS = 64;

    private final long memory;
    private final List<Path> runs = new ArrayList<>();
    private final List<RunReader> open = new ArrayList<>();
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
        }
    }

    /** All entries in order; to be called once. */
    public Iterator<Entry> sorted() {
        if (runs.isEmpty()) {
            return sortedEntries();
        }
        spill(sortedEntries());
        while (runs.size() > MOST_RUNS) {
            List<Path> some = List.copyOf(runs.subList(0, MOST_RUNS));
            spill(merged(some));
            some.forEach(ExternalSort::delete);
            runs.removeAll(some);
        }
        return merged(runs);
    }

    private Iterator<Entry> sortedEntries() {
        List<Entry> all = entries;
        entries = new ArrayList<>();
        held = 0;
        all.sort(Entry.ORDER);
        return all.iterator();
    }

    private void spill(Iterator<Entry> sorted) {
        try {
            Path run = Files.createTempFile(
                    "deskpulse-import",
                    ".run",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            run.toFile().deleteOnExit();
            runs.add(run);
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
                while (sorted.hasNext()) {
                    Entry entry = sorted.next();
                    out.writeInt(entry.key().length);
                    out.write(entry.key());
                    out.writeInt(entry.value().length);
                    out.write(entry.value());
                }
            }
        } catch (IOException e) {
            throw new UserError(
                    "Cannot write what exceeds the memory to " + System.getProperty("java.io.tmpdir") + ": "
                            + e.getMessage() + ".",
                    e);
        }
    }

    private Iterator<Entry> merged(List<Path> files) {
        PriorityQueue<RunReader> heads = new PriorityQueue<>((a, b) -> Entry.ORDER.compare(a.head, b.head));
        for (Path file : files) {
            RunReader reader = new RunReader(file);
            open.add(reader);
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

    /** Deletes its files. */
    @Override
    public void close() {
        open.forEach(RunReader::close);
        runs.forEach(ExternalSort::delete);
        runs.clear();
        entries = new ArrayList<>();
    }

    private static void delete(Path run) {
        try {
            Files.deleteIfExists(run);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + run, e);
        }
    }

    private static final class RunReader {
        private final DataInputStream in;
        private Entry head;

        RunReader(Path file) {
            try {
                in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
            advance();
        }

        void advance() {
            try {
                byte[] key = in.readNBytes(in.readInt());
                head = new Entry(key, in.readNBytes(in.readInt()));
            } catch (EOFException e) {
                head = null;
                close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read what was written before", e);
            }
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close a run", e);
            }
        }
    }
}
