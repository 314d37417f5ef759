package io.deskpulse.demo.subject;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Script;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.shop.Buyer;
import io.deskpulse.demo.shop.Purchase;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.demo.shop.Sku;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import java.time.Instant;
import java.util.List;

/** A conversation while it is told: who talks about what, and what was said; no two events share an instant. */
public final class Chat {

    private static final double OTHER_TOPIC_RATIO = 0.4;

    private final Shop shop;
    private final Dice dice;
    private final Buyer buyer;
    private final Purchase purchase;
    private final Wording wording;
    private final Channel channel;
    private final String id;
    private final Script<Chat> script;
    private Topic topic;
    private Account account;
    private boolean awaitsReply;
    private long slowestReplyMillis;
    private long lastMillis;
    private int events;

    /** A conversation of a passing buyer, or of the buyer of a purchase when it is not null. */
    public Chat(Shop shop, Dice dice, Channel channel, Purchase purchase) {
        this(shop, dice, channel, purchase == null ? shop.nextBuyer(dice) : purchase.buyer(), purchase);
    }

    /** A conversation of this buyer; {@code purchase} is null when it is about no order. */
    public Chat(Shop shop, Dice dice, Channel channel, Buyer buyer, Purchase purchase) {
        this.shop = shop;
        this.dice = dice;
        this.buyer = buyer;
        this.purchase = purchase;
        this.channel = channel;
        Sku sku = purchase == null ? dice.pick(shop.profile().skus()) : purchase.sku();
        this.wording = new Wording(shop.phrases(), dice, buyer, sku);
        this.topic = newTopic();
        this.id = shop.newId(channel == Channel.CHAT ? "c" : "call");
        this.script = new Script<>(shop.agenda(), this);
    }

    /** Begins the story in so many milliseconds. */
    public void begin(List<Step<Chat>> steps, long inMillis) {
        script.append(steps);
        script.resumeIn(inMillis);
    }

    /** The shop that is asked. */
    public Shop shop() {
        return shop;
    }

    /** Its own chance. */
    public Dice dice() {
        return dice;
    }

    /** Who asks. */
    public Buyer buyer() {
        return buyer;
    }

    /** What it is about; null when about no order. */
    public Purchase purchase() {
        return purchase;
    }

    /** The product that is talked about. */
    public Sku sku() {
        return wording.sku();
    }

    /** Its id in events. */
    public String id() {
        return id;
    }

    /** Whether this is one of so many, without asking its chance: what is told of it beside the rest changes nothing else. */
    public boolean isOneIn(int many) {
        return Math.floorMod(id.hashCode(), many) == 0;
    }

    /** What still happens in it. */
    public Script<Chat> script() {
        return script;
    }

    /** What is talked about now. */
    public Topic topic() {
        return topic;
    }

    /** The account that holds it; null when nobody does. */
    public Account account() {
        return account;
    }

    /** Hands it to an account. */
    public void hold(Account holder) {
        this.account = holder;
    }

    /** Whether the buyer said something that no person has replied to. */
    public boolean awaitsReply() {
        return awaitsReply;
    }

    /** The longest reply so far that a buyer had to wait for, in milliseconds: what ratings remember. */
    public long slowestReplyMillis() {
        return slowestReplyMillis;
    }

    /** Takes down how long a reply took, milliseconds. */
    public void rememberReply(long millis) {
        slowestReplyMillis = Math.max(slowestReplyMillis, millis);
    }

    /** Puts an event on record now. */
    public void tell(Object body) {
        tellIn(0, body);
    }

    /** Puts an event on record in so many milliseconds, after all of this conversation told before. */
    public void tellIn(long millis, Object body) {
        lastMillis = Math.max(lastMillis + 1, shop.agenda().nowMillis() + millis);
        String eventId = id + '-' + ++events;
        Instant at = Instant.ofEpochMilli(lastMillis);
        shop.agenda().emit(new ChatEvent(eventId, at, shop.id(), id, buyer.id(), channel, buyer.tier(), body));
    }

    /** The buyer asks about the topic, or about another one. */
    public void buyerAsks() {
        if (dice.chance(OTHER_TOPIC_RATIO)) {
            topic = newTopic();
        }
        buyerSays(topic.section("ask"));
    }

    /** The buyer says a phrase of a section. */
    public void buyerSays(String section) {
        awaitsReply = true;
        tell(new MessageSent(Sender.BUYER, null, wording.of(section), sku().id(), topic.name()));
    }

    /** Somebody else says a phrase of a section, in so many milliseconds; {@code who} is null for robot and system. */
    public void saysIn(long millis, Sender sender, Account who, String section) {
        awaitsReply &= sender != Sender.AGENT && sender != Sender.AGENT_QUICK_PHRASE;
        String agentId = who == null ? null : who.id();
        tellIn(millis, new MessageSent(sender, agentId, wording.of(section), null, topic.name()));
    }

    private Topic newTopic() {
        return dice.pick(purchase == null ? Topic.BEFORE_SALE : Topic.AFTER_SALE);
    }
}
