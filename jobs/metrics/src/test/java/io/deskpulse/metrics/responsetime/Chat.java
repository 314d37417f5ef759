package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A conversation told line by line: {@code new Chat().ask("10:10:15").reply("10:18:10", "a")}. Times are Shanghai's. */
public final class Chat {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<ConversationEvent> events = new ArrayList<>();
    private final String conversation;
    private Topic topic;
    private String tier;
    private String date = "2026-11-11";

    /** Conversation c1. */
    public Chat() {
        this("c1");
    }

    public Chat(String conversationId) {
        conversation = conversationId;
    }

    /** Events told from here on happen on this day. */
    public Chat on(String isoDate) {
        date = isoDate;
        return this;
    }

    public Chat ask(String time) {
        return says(time, Sender.BUYER, null);
    }

    /** Asks about a topic, told by version 1 of the taxonomy. */
    public Chat ask(String time, String about) {
        return ask(time, about, null);
    }

    /** The same of a product; null for none. */
    public Chat ask(String time, String about, String skuId) {
        topic = new Topic(about, "1", TopicCause.ENQUIRERS, skuId);
        return ask(time);
    }

    /** The next event says how the shop ranks the buyer. */
    public Chat tier(String word) {
        tier = word;
        return this;
    }

    public Chat recommend(String time, String account, String skuId) {
        return add(time, Kind.RECOMMENDED, null, account, null, skuId, -1);
    }

    public Chat reply(String time, String account) {
        return says(time, Sender.AGENT, account);
    }

    public Chat says(String time, Sender sender, String account) {
        return add(time, Kind.MESSAGE_SENT, sender, account, null, null, -1);
    }

    public Chat robot(String time) {
        return add(time, Kind.OPENED_AT_ROBOT, null, null, null, null, -1);
    }

    public Chat handOff(String time) {
        return add(time, Kind.BOT_HANDED_OFF, null, null, null, null, -1);
    }

    public Chat assign(String time, String account) {
        return add(time, Kind.AGENT_ASSIGNED, null, account, null, null, -1);
    }

    public Chat transfer(String time, String from, String to) {
        return add(time, Kind.TRANSFERRED, null, from, to, null, -1);
    }

    public Chat close(String time, String by) {
        return add(time, Kind.CLOSED, null, null, null, by, -1);
    }

    public Chat rate(String time, int score, String source) {
        return add(time, Kind.RATED, null, null, null, source, score);
    }

    public Chat event(String time, Kind kind, String account) {
        return add(time, kind, null, account, null, null, -1);
    }

    public List<ConversationEvent> events() {
        return List.copyOf(events);
    }

    public List<DayFacts> days() {
        return derive(events);
    }

    public List<Round> rounds() {
        return days().stream().flatMap(day -> day.rounds().stream()).toList();
    }

    public List<Wait> waits() {
        return days().stream().flatMap(day -> day.waits().stream()).toList();
    }

    /** {@code answered within 180 s/rounds} of one account, or of all when null: the three-minute rate of the golden cases. */
    public String within3m(String account) {
        List<Round> scored = rounds().stream()
                .filter(r -> r.handler() == Round.Handler.HUMAN)
                .filter(r -> account == null || account.equals(r.account()))
                .toList();
        long good = scored.stream()
                .filter(r -> r.answeredAtMillis() != DayFacts.NONE)
                .filter(r -> r.answeredAtMillis() - r.openedAtMillis() <= 180_000)
                .count();
        return good + "/" + scored.size();
    }

    public static List<DayFacts> derive(List<ConversationEvent> events) {
        return derivation().derive(events, Retention.FOREVER);
    }

    public static ResponseTimeDerivation derivation() {
        return new ResponseTimeDerivation(ShopZones.of(ZONE.getId(), Map.of()));
    }

    static int epochDay(ConversationEvent event) {
        return (int) Instant.ofEpochMilli(event.timeMillis())
                .atZone(ZONE)
                .toLocalDate()
                .toEpochDay();
    }

    public static long millis(String date, String time) {
        return LocalDateTime.parse(date + "T" + time).atZone(ZONE).toInstant().toEpochMilli();
    }

    private Chat add(String time, Kind kind, Sender sender, String account, String to, String label, int score) {
        String id = "e%04d".formatted(events.size());
        events.add(new ConversationEvent(
                "s1",
                conversation,
                id,
                millis(date, time),
                kind,
                "b1",
                Channel.CHAT,
                sender,
                account,
                to,
                label,
                score,
                topic,
                tier));
        topic = null;
        tier = null;
        return this;
    }
}
