package io.deskpulse.bench.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Chatwoot's webhooks of made-up conversations, in the shape and size of real ones; the same every time. */
final class Webhooks {
    private static final int OF_CONVERSATION = 10;
    private static final long BEGINNING = 1_794_362_400L;

    private Webhooks() {}

    /** Webhooks in a file, a line each. */
    static void write(Path file, long count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long i = 0; i < count; i++) {
                out.write(line(i));
                out.write('\n');
            }
        }
    }

    /** One webhook; ten in a row are a conversation. */
    static String line(long number) {
        long late = told(number);
        long conversation = late / OF_CONVERSATION;
        long step = late % OF_CONVERSATION;
        long seconds = BEGINNING + conversation + step * 30;
        String inner = conversation(conversation, seconds);
        if (step == 0) {
            return inner.substring(0, inner.length() - 1) + ",\"event\":\"conversation_created\"}";
        }
        boolean buyer = step % 2 == 1;
        String sender = buyer
                ? "{\"id\":" + contact(conversation) + ",\"name\":\"Somebody\",\"email\":\"b" + contact(conversation)
                        + "@example.com\",\"phone_number\":null,\"type\":\"contact\"}"
                : "{\"id\":" + (conversation % 40)
                        + ",\"name\":\"Agent\",\"email\":\"a@shop.example\",\"type\":\"user\"}";
        return "{\"event\":\"message_created\",\"id\":" + (late + 1)
                + ",\"content\":\"Where is the parcel of my order, it should have come on Tuesday?\",\"created_at\":\""
                + java.time.Instant.ofEpochSecond(seconds) + "\",\"message_type\":\""
                + (buyer ? "incoming" : "outgoing")
                + "\",\"content_type\":\"text\",\"private\":false,\"content_attributes\":{},\"source_id\":null,\"sender\":"
                + sender
                + ",\"inbox\":{\"id\":5,\"name\":\"Website\"},\"conversation\":" + inner
                + ",\"account\":{\"id\":3,\"name\":\"Shop\"}}";
    }

    /** How many different ones the first {@code count} are. */
    static long different(long count) {
        return LongStream.range(0, count).map(Webhooks::told).distinct().count();
    }

    /** One in fifty says again what was said 990 before. */
    private static long told(long number) {
        return number % 50 == 0 && number >= 1_000 ? number - 990 : number;
    }

    private static long contact(long conversation) {
        return conversation % 50_000;
    }

    private static String conversation(long conversation, long seconds) {
        return "{\"additional_attributes\":{\"browser\":{\"browser_name\":\"Chrome\",\"platform_name\":\"Linux\"},\"referer\":"
                + "\"https://shop.example/\"},\"can_reply\":true,\"channel\":\"Channel::WebWidget\",\"id\":"
                + (conversation + 1)
                + ",\"inbox_id\":5,\"contact_inbox\":{\"id\":141,\"contact_id\":" + contact(conversation)
                + ",\"inbox_id\":5,\"source_id\":\"00000000-0000-4000-8000-000000000041\"},\"messages\":[],\"labels\":[],"
                + "\"meta\":{\"sender\":{\"id\":" + contact(conversation) + ",\"name\":\"Somebody\",\"email\":\"b"
                + contact(conversation)
                + "@example.com\",\"identifier\":null,\"phone_number\":null,\"type\":\"contact\"},"
                + "\"assignee\":null,\"team\":null,\"hmac_verified\":false},\"status\":\"open\",\"custom_attributes\":{},"
                + "\"snoozed_until\":null,\"unread_count\":0,\"first_reply_created_at\":null,\"priority\":null,"
                + "\"waiting_since\":0,\"agent_last_seen_at\":0,\"contact_last_seen_at\":0,\"last_activity_at\":"
                + seconds
                + ",\"timestamp\":" + seconds + ",\"created_at\":" + (BEGINNING + conversation) + ",\"updated_at\":"
                + seconds
                + ".25}";
    }
}
