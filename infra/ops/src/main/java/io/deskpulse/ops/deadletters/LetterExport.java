package io.deskpulse.ops.deadletters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Letters as files: {@code PARTITION-OFFSET.json} for a line of a file, {@code .avro} for any other, the original bytes in it
 * and nothing else; and {@code index.jsonl}, which tells of each its position, reason and source.
 */
public final class LetterExport implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Writer index;
    private long count;

    /**
     * Makes the directory when it is not there.
     *
     * @throws UserError when it cannot be written
     */
    public LetterExport(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            index = Files.newBufferedWriter(directory.resolve("index.jsonl"));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes one letter. */
    public void add(StoredLetter letter) {
        String file = letter.position().partition() + "-" + letter.position().offset()
                + (letter.isFromFile() ? ".json" : ".avro");
        ObjectNode entry = JSON.createObjectNode()
                .put("position", letter.position().toString())
                .put("file", file)
                .put("rejected_at", letter.rejectedAt().toString())
                .put("reason", letter.reason())
                .put("detail", letter.detail())
                .put("source_topic", letter.sourceTopic())
                .put("source_partition", letter.sourcePartition())
                .put("source_offset", letter.sourceOffset())
                .put(
                        "key_base64",
                        letter.key() == null ? null : Base64.getEncoder().encodeToString(letter.key()));
        try {
            Files.write(directory.resolve(file), letter.value() == null ? new byte[0] : letter.value());
            index.write(JSON.writeValueAsString(entry) + "\n");
            count++;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Letters written. */
    public long count() {
        return count;
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserError unwritable(IOException e) {
        return new UserError("Cannot write to " + directory + ": " + e.getMessage(), e);
    }
}
