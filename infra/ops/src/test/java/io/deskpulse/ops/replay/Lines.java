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

    /** An order of 20 yuan, paid, of which 5.50 were given back: three lines. */
    public static String order(String shop) {
        return String.join(
                "\n",
                line("orders", "OrderCreated", "o1", shop, "\"order_id\":\"o1\",\"presale\":false,\"lines\":[]"),
                line("orders", "OrderPaid", "o2", shop, "\"order_id\":\"o1\",\"amount_fen\":2000"),
                line(
                        "orders",
                        "RefundSucceeded",
                        "o3",
                        shop,
                        "\"order_id\":\"o1\",\"refund_id\":\"r1\",\"amount_fen\":550"));
    }

    /** A ticket that is opened and left alone. */
    public static String ticket(String shop) {
        return line(
                "tickets",
                "TicketOpened",
                "t1",
                shop,
                "\"ticket_id\":\"t1\",\"category\":\"RETURN\",\"priority\":\"P2\",\"complaint\":false");
    }

    private static String line(String stream, String type, String id, String shop, String body) {
        return "{\"stream\":\"" + stream + "\",\"type\":\"" + type + "\",\"event_id\":\"" + id
                + "\",\"event_time\":\"2026-11-11T10:00:00+08:00\",\"shop_id\":\"" + shop + "\",\"buyer_id\":\"b1\","
                + body + "}";
    }

    private static String message(String id, String time, String sender, String more) {
        return "{\"stream\":\"chat\",\"type\":\"MessageSent\",\"event_id\":\"" + id + "\",\"event_time\":\"" + time
                + "\",\"shop_id\":\"s1\",\"conversation_id\":\"c1\",\"buyer_id\":\"b1\",\"channel\":\"CHAT\",\"sender\":\""
                + sender + "\"" + more + "}";
    }
}
