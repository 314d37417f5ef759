package io.deskpulse.ops.replay.files;

import io.deskpulse.ops.replay.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Invented files as people have them: good ones, good ones that something happened to, and files in other encodings. */
final class RandomFiles {
    /**
     * A file.
     *
     * @param bytes its content
     * @param ids of the events that must come of it; null when something happened to it and nobody can tell
     */
    record Sample(byte[] bytes, List<String> ids) {}

    private static final List<String> UNICODE =
            List.of("UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");
    private static final List<String> OTHERS = List.of("GBK", "windows-1252", "Big5", "Shift_JIS", "UTF-16");
    private static final List<String> LINE_ENDS = List.of("\n", "\n", "\r\n", "\r", "\n\n", "\r\n \t\r\n");
    private static final List<String> TEXTS =
            List.of("hi", "在吗", "ça va, où ?", "\uD83D\uDE00", "\\ud83d", "\\u2028\u2028\u0085", "\\n\\\"{}[]", "");
    private static final List<String> NO_EVENTS =
            List.of("no event", "{}", "[]", "{\"stream\":\"chat\"", "a;b;c", "null", "{\"a\":\n\"b\"}", "\u0001");

    private final SplittableRandom random;
    private long events;

    RandomFiles(long seed) {
        random = new SplittableRandom(seed);
    }

    Sample next() {
        return switch (random.nextInt(8)) {
            case 0 -> good();
            case 1 -> new Sample(packed(content(chosen(OTHERS), new ArrayList<>())), null);
            case 2 -> new Sample(joined(good().bytes, good().bytes), null);
            default -> new Sample(mutated(good().bytes), null);
        };
    }

    private Sample good() {
        List<String> ids = new ArrayList<>();
        byte[] content = content(chosen(UNICODE), ids);
        return new Sample(packed(content), ids);
    }

    private byte[] content(String charset, List<String> ids) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "\uFEFF" : "");
        String lineEnd = chosen(LINE_ENDS);
        int lines = 1 + random.nextInt(5);
        for (int line = 0; line < lines; line++) {
            // The first line is an event, or the file might rightly be refused.
            text.append(line > 0 && charset.equals("UTF-8") && random.nextInt(6) == 0 ? chosen(NO_EVENTS) : event(ids));
            text.append(line == lines - 1 && random.nextBoolean() ? "" : lineEnd);
        }
        return text.toString().getBytes(Charset.forName(charset));
    }

    private String event(List<String> ids) {
        String id = "e" + events++;
        ids.add(id);
        String line = random.nextBoolean()
                ? Lines.asked(id, "2026-11-11T02:00:00Z")
                : Lines.replied(id, "2026-11-11T02:00:20Z");
        return line.substring(0, line.length() - 1) + ",\"text\":\"" + chosen(TEXTS) + "\"}";
    }

    /** As it is, or as gzip of one or several members, empty ones and zero bytes at the end included. */
    private byte[] packed(byte[] content) {
        if (random.nextBoolean()) {
            return content;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int from = 0;
        while (from < content.length) {
            int to = random.nextBoolean() ? content.length : from + random.nextInt(content.length - from + 1);
            file.writeBytes(gzip(Arrays.copyOfRange(content, from, to)));
            from = to;
        }
        file.writeBytes(new byte[random.nextInt(4) == 0 ? random.nextInt(600) : 0]);
        return file.toByteArray();
    }

    private byte[] mutated(byte[] file) {
        byte[] mutated = file;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            mutated = mutatedOnce(mutated);
        }
        return mutated;
    }

    private byte[] mutatedOnce(byte[] file) {
        int at = random.nextInt(file.length + 1);
        int to = at + random.nextInt(Math.min(file.length - at, 40) + 1);
        byte[] before = Arrays.copyOf(file, at);
        byte[] after = Arrays.copyOfRange(file, at, file.length);
        return switch (random.nextInt(8)) {
            case 0 -> before;
            case 1 -> after;
            case 2 -> joined(before, Arrays.copyOfRange(file, to, file.length));
            case 3 -> joined(before, randomBytes(), after);
            case 4 -> joined(before, new byte[random.nextInt(20)], after);
            case 5 ->
                joined(before, "\r\n{\"[}\n".substring(random.nextInt(7)).getBytes(StandardCharsets.US_ASCII), after);
            case 6 -> joined(file, random.nextBoolean() ? gzip(file) : randomBytes());
            default -> flipped(file);
        };
    }

    private byte[] flipped(byte[] file) {
        byte[] flipped = file.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(4)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String chosen(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
