package io.deskpulse.bench.peers.question;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A peer's whole answer: each round once, as it was last told. */
public final class Answers {
    private final List<Answer> sorted;

    private Answers(List<Answer> sorted) {
        this.sorted = sorted;
    }

    private record Round(long conversation, long openedAtMillis) {}

    /** What these logs say in the end; a conversation must be in one of them only. */
    public static Answers of(List<RowLog> logs) {
        Map<Round, Answer> last = new HashMap<>();
        for (RowLog log : logs) {
            for (int i = 0; i < log.size(); i += RowLog.WIDTH) {
                Answer row = new Answer(log.value(i), log.value(i + 1), log.value(i + 2));
                last.put(new Round(row.conversation(), row.openedAtMillis()), row);
            }
        }
        List<Answer> sorted = new ArrayList<>(last.values());
        Collections.sort(sorted);
        return new Answers(sorted);
    }

    /** Rows, one a round, by conversation and opening. */
    public List<Answer> rows() {
        return Collections.unmodifiableList(sorted);
    }

    /** Writes them to a file; {@link #read} reads it. */
    public void write(Path file) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(sorted.size());
            for (Answer row : sorted) {
                out.writeLong(row.conversation());
                out.writeLong(row.openedAtMillis());
                out.writeLong(row.answeredAtMillis());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Answers read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int rows = in.readInt();
            List<Answer> sorted = new ArrayList<>(rows);
            for (int i = 0; i < rows; i++) {
                sorted.add(new Answer(in.readLong(), in.readLong(), in.readLong()));
            }
            return new Answers(sorted);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
