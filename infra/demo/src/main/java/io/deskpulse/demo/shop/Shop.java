package io.deskpulse.demo.shop;

import io.deskpulse.demo.script.Agenda;
import io.deskpulse.demo.script.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One shop at work: its people, its desks and what it remembers. Memory is bounded by its open stories. */
public final class Shop {

    private static final int CHATS_AT_ONCE = 5;
    private static final int REMEMBERED_PURCHASES = 512;

    private final ShopProfile profile;
    private final Agenda agenda;
    private final Dice dice;
    private final String run;
    private final Phrases phrases;
    private final Buyers buyers;
    private final Desk desk = new Desk();
    private final Desk hotline = new Desk();
    private final List<Account> accounts;
    private final List<Account> hotlineAccounts;
    private final Recent<Purchase> delivered = new Recent<>(REMEMBERED_PURCHASES);
    private final Map<String, Integer> idsByKind = new HashMap<>();

    /**
     * A shop before its first day.
     *
     * @param dice its own dice
     * @param run makes the ids of this run differ from those of runs with another start
     * @param scale factor on the number of accounts, > 0
     */
    public Shop(ShopProfile profile, Agenda agenda, Dice dice, String run, double scale) {
        this.profile = profile;
        this.agenda = agenda;
        this.dice = dice;
        this.run = run;
        this.phrases = Phrases.of(profile);
        this.buyers = new Buyers(phrases);
        this.accounts = staff("", atLeast(3, profile.staff().accounts() * scale), CHATS_AT_ONCE);
        this.hotlineAccounts = staff("hotline-", atLeast(1, profile.staff().hotline() * scale), 1);
    }

    /** What kind of shop it is. */
    public ShopProfile profile() {
        return profile;
    }

    /** Its id in events. */
    public String id() {
        return profile.id();
    }

    /** What is still to happen in it. */
    public Agenda agenda() {
        return agenda;
    }

    /** What is said in it. */
    public Phrases phrases() {
        return phrases;
    }

    /** The accounts that chat, with the queue before them. */
    public Desk desk() {
        return desk;
    }

    /** The accounts that take calls, one at a time, with the queue before them. */
    public Desk hotline() {
        return hotline;
    }

    /** All accounts that chat, at work or not. */
    public List<Account> accounts() {
        return accounts;
    }

    /** All accounts that take calls, at work or not. */
    public List<Account> hotlineAccounts() {
        return hotlineAccounts;
    }

    /** What was delivered lately. */
    public Recent<Purchase> delivered() {
        return delivered;
    }

    /** Dice for one story of its own. */
    public Dice newDice() {
        return dice.split();
    }

    /** A buyer who comes by: most are new. */
    public Buyer nextBuyer(Dice storyDice) {
        return buyers.next(storyDice);
    }

    /** The next id of a kind, unique within the shop and over runs with different starts. */
    public String newId(String kind) {
        return kind + '-' + run + '-' + idsByKind.merge(kind, 1, Integer::sum);
    }

    private List<Account> staff(String mark, int count, int capacity) {
        List<String> names = profile.staff().names();
        List<Account> staff = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = i < names.size() ? "" : Integer.toString(i / names.size() + 1);
            double pace = 0.8 + dice.between(0, 6) / 10.0;
            staff.add(new Account(profile.id() + ':' + mark + names.get(i % names.size()) + number, capacity, pace));
        }
        return staff;
    }

    private static int atLeast(int least, double wanted) {
        return Math.max(least, (int) Math.round(wanted));
    }
}
