package io.deskpulse.demo.subject;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Script;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.shop.Buyer;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.demo.shop.Sku;
import io.deskpulse.events.TicketEvent;
import java.time.Instant;
import java.util.List;

/** A ticket while its story is told. */
public final class Case {

    private final Shop shop;
    private final Dice dice;
    private final Buyer buyer;
    private final Sku sku;
    private final Wording wording;
    private final String id;
    private final Script<Case> script;
    private String orderId;
    private String conversationId;
    private Account account;
    private int events;
    private long lastMillis;

    private Case(Shop shop, Buyer buyer, Sku sku) {
        this.shop = shop;
        this.dice = shop.newDice();
        this.buyer = buyer;
        this.sku = sku;
        this.wording = new Wording(shop.phrases(), dice, buyer, sku);
        this.id = shop.newId("ticket");
        this.script = new Script<>(shop.agenda(), this);
    }

    /** A ticket of a buyer about a product, about no order and from no conversation so far. */
    public static Case of(Shop shop, Buyer buyer, Sku sku) {
        return new Case(shop, buyer, sku);
    }

    /** Another ticket of the same buyer about the same. */
    public Case again() {
        return of(shop, buyer, sku).aboutOrder(orderId).fromConversation(conversationId);
    }

    /** The order it is about, null when unknown; before it begins. */
    public Case aboutOrder(String order) {
        this.orderId = order;
        return this;
    }

    /** The conversation it came from; before it begins. */
    public Case fromConversation(String conversation) {
        this.conversationId = conversation;
        return this;
    }

    /** Begins the story in so many milliseconds. */
    public void begin(List<Step<Case>> steps, long inMillis) {
        script.append(steps);
        script.resumeIn(inMillis);
    }

    /** The ticket, unique within the shop. */
    public String id() {
        return id;
    }

    /** Its own chance. */
    public Dice dice() {
        return dice;
    }

    /** The product it is about. */
    public Sku sku() {
        return sku;
    }

    /** What still happens in it. */
    public Script<Case> script() {
        return script;
    }

    /** What its people say. */
    public Wording wording() {
        return wording;
    }

    /** The shop that handles it. */
    public Shop shop() {
        return shop;
    }

    /** The account responsible; null before the first assignment. */
    public Account account() {
        return account;
    }

    /** Hands it to an account. */
    public void assign(Account responsible) {
        this.account = responsible;
    }

    /** The instant so many milliseconds from now. */
    public Instant inMillis(long millis) {
        return Instant.ofEpochMilli(shop.agenda().nowMillis() + millis);
    }

    /** Puts an event on record now. */
    public void tell(Object body) {
        lastMillis = Math.max(lastMillis + 1, shop.agenda().nowMillis());
        shop.agenda()
                .emit(new TicketEvent(
                        id + '-' + ++events,
                        Instant.ofEpochMilli(lastMillis),
                        shop.id(),
                        id,
                        buyer.id(),
                        orderId,
                        conversationId,
                        sku.id(),
                        body));
    }
}
