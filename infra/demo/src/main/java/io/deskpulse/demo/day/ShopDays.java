package io.deskpulse.demo.day;

import io.deskpulse.demo.script.Agenda;
import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.shop.ArrivalCurve;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.demo.shop.ShopProfile.Volume;
import io.deskpulse.demo.story.CallStories;
import io.deskpulse.demo.story.ChatStories;
import io.deskpulse.demo.story.OrderStories;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Day after day in one shop: its people work their shifts, buyers chat, order and call as its curve says. */
public final class ShopDays {

    private final Shop shop;
    private final ArrivalCurve curve;
    private final double scale;

    /** The days of a shop with {@code scale} times its ordinary volume, > 0. */
    public ShopDays(Shop shop, ArrivalCurve curve, double scale) {
        this.shop = shop;
        this.curve = curve;
        this.scale = scale;
    }

    /** Puts the first shifts and arrivals on the agenda; from then on each puts down the next. */
    public void begin(ZoneId zone) {
        new Shifts(shop, zone).begin();
        Volume volume = shop.profile().volume();
        arrivals(volume.chats(), ChatStories::begin);
        arrivals(volume.silentOrders(), OrderStories::beginSilently);
        arrivals(volume.calls(), CallStories::begin);
    }

    private void arrivals(double perDay, Consumer<Shop> story) {
        arriveNext(perDay * scale, story, shop.newDice());
    }

    private void arriveNext(double perDay, Consumer<Shop> story, Dice dice) {
        Agenda agenda = shop.agenda();
        agenda.at(curve.nextAfter(agenda.nowMillis(), perDay, dice), () -> {
            story.accept(shop);
            arriveNext(perDay, story, dice);
        });
    }
}
