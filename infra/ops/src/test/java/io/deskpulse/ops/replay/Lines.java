package io.deskpulse.ops.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Lines of JSON Lines files, for tests. */
public final class Lines {
    private Lines() {}

    public static String asked(String id, String time) {
        return message(id, time, "BUYER", "");
    }

    public static String replied(String id, String time) {
        return message(id, time, "AGENT", ",\"agent_id\":\"a1\"");
    }

    public static Path plain(Path file, String... lines) throws IOException {
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    public static Path gzip(Path file, String... lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String message(String id, String time, String sender, String more) {
        return "{\"stream\":\"chat\",\"type\":\"MessageSent\",\"event_id\":\"" + id + "\",\"event_time\":\"" + time
                + "\",\"shop_id\":\"s1\",\"conversation_id\":\"c1\",\"buyer_id\":\"b1\",\"channel\":\"CHAT\",\"sender\":\""
                + sender + "\"" + more + "}";
    }
}
