package io.deskpulse.bench.growth;

import io.deskpulse.bench.load.ChatLoad;
import java.time.Duration;

/** Sends chats at a rate, so that sending is no work of the process that is measured. */
final class SenderProcess {
    static final int OPEN_CONVERSATIONS = 20_000;

    private SenderProcess() {}

    /**
     * Sends, and prints how many events it were.
     *
     * @param args address of the broker, prefix of the topic, its partitions, events a second, how long as ISO 8601
     */
    public static void main(String[] args) {
        ChatTopic topic =
                new ChatTopic(args[0], args[1], Integer.parseInt(args[2]), new ChatLoad(1, OPEN_CONVERSATIONS));
        topic.send(Double.parseDouble(args[3]), Duration.parse(args[4]));
        System.out.println(topic.sent());
    }
}
