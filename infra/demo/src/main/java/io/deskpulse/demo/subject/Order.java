package io.deskpulse.demo.subject;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Script;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.shop.Buyer;
import io.deskpulse.demo.shop.Purchase;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.demo.shop.Sku;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order while its story is told. */
public final class Order {

    private final Shop shop;
    private final Dice dice;
    private final Buyer buyer;
    private final Sku sku;
    private final Account advisor;
    private final List<OrderLine> lines;
    private final String id;
    private final String parcelId;
    private final Script<Order> script;
    private final Wording wording;
    private long paidFen;
    private int events;
    private long lastMillis;

    /** An order of this product, and perhaps one more; {@code advisor} is null when nobody advised the buyer. */
    public Order(Shop shop, Buyer buyer, Sku sku, Account advisor) {
        this.shop = shop;
        this.dice = shop.newDice();
        this.buyer = buyer;
        this.sku = sku;
        this.advisor = advisor;
        this.lines = new ArrayList<>(List.of(line(sku)));
        Sku other = dice.pick(shop.profile().skus());
        if (other != sku && dice.chance(0.2)) {
            lines.add(line(other));
        }
        this.id = shop.newId("order");
        this.parcelId = shop.newId("parcel");
        this.script = new Script<>(shop.agenda(), this);
        this.wording = new Wording(shop.phrases(), dice, buyer, sku);
    }

    /** Begins the story in so many milliseconds. */
    public void begin(List<Step<Order>> steps, long inMillis) {
        script.append(steps);
        script.resumeIn(inMillis);
    }

    /** The shop that sells. */
    public Shop shop() {
        return shop;
    }

    /** Its own chance. */
    public Dice dice() {
        return dice;
    }

    /** Who orders. */
    public Buyer buyer() {
        return buyer;
    }

    /** The product that the buyer came for. */
    public Sku sku() {
        return sku;
    }

    /** Its id in events. */
    public String id() {
        return id;
    }

    /** The id of its one parcel in events. */
    public String parcelId() {
        return parcelId;
    }

    /** What still happens to it. */
    public Script<Order> script() {
        return script;
    }

    /** What its people say. */
    public Wording wording() {
        return wording;
    }

    /** What is ordered, the product that the buyer came for first. */
    public List<OrderLine> lines() {
        return lines;
    }

    /** The account that advised the buyer; null when nobody did. */
    public Account advisor() {
        return advisor;
    }

    /** What it costs, fen. */
    public long totalFen() {
        return lines.stream()
                .mapToLong(line -> line.getQuantity() * line.getUnitPriceFen())
                .sum();
    }

    /** What was paid, fen; 0 while unpaid. */
    public long paidFen() {
        return paidFen;
    }

    /** Takes down what was paid, fen. */
    public void payFen(long fen) {
        this.paidFen = fen;
    }

    /** What a conversation or ticket about it has to know. */
    public Purchase purchase() {
        return new Purchase(id, buyer, sku);
    }

    /** The instant so many milliseconds from now. */
    public Instant inMillis(long millis) {
        return Instant.ofEpochMilli(shop.agenda().nowMillis() + millis);
    }

    /** Puts an event on record now. */
    public void tell(Object body) {
        lastMillis = Math.max(lastMillis + 1, shop.agenda().nowMillis());
        String eventId = id + '-' + ++events;
        shop.agenda().emit(new OrderEvent(eventId, Instant.ofEpochMilli(lastMillis), shop.id(), id, buyer.id(), body));
    }

    private OrderLine line(Sku ordered) {
        return new OrderLine(ordered.id(), dice.chance(0.15) ? 2 : 1, ordered.priceFen());
    }
}
