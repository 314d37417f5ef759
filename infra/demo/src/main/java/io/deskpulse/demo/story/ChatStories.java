package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.shop.Buyer;
import io.deskpulse.demo.shop.Purchase;
import io.deskpulse.demo.shop.Shop;
import io.deskpulse.demo.subject.Chat;
import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.Channel;
import io.deskpulse.events.Sender;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a chat: an opening, a middle and an end, each drawn from the dice and put together. */
public final class ChatStories {

    private static final double ABOUT_A_PURCHASE_RATIO = 0.35;
    private static final double ROBOT_SUFFICES_RATIO = 0.5;
    private static final double AT_ACCOUNT_RATIO = 0.75;
    private static final double TRANSFER_RATIO = 0.06;
    private static final double COLLEAGUE_RATIO = 0.05;
    private static final double PROMISE_RATIO = 0.05;

    private ChatStories() {}

    /** A buyer comes to chat. */
    public static void begin(Shop shop) {
        Dice dice = shop.newDice();
        Purchase purchase =
                dice.chance(ABOUT_A_PURCHASE_RATIO) ? shop.delivered().any(dice) : null;
        Chat chat = new Chat(shop, dice, Channel.CHAT, purchase);
        List<Step<Chat>> steps = new ArrayList<>();
        if (dice.chance(shop.profile().staff().robotRatio())) {
            steps.addAll(Robot.talk(dice));
            if (dice.chance(ROBOT_SUFFICES_RATIO)) {
                steps.add(Outcomes::mayOrderSilently);
                steps.add(Robot::isDone);
                chat.begin(steps, 0);
                return;
            }
            steps.add(Robot::handsOff);
            steps.add(Waiting::forAccount);
        } else {
            steps.add(dice.chance(AT_ACCOUNT_RATIO) ? Waiting::entersAtAccount : Waiting::entersQueue);
            steps.add(Turns::question);
        }
        steps.addAll(middle(dice));
        steps.addAll(Endings.any(dice));
        chat.begin(steps, 0);
    }

    /** The shop speaks first, to tell a buyer about a trouble with an order. */
    static void beginProactively(Shop shop, Buyer buyer, Purchase purchase) {
        Dice dice = shop.newDice();
        Chat chat = new Chat(shop, dice, Channel.CHAT, buyer, purchase);
        List<Step<Chat>> steps = new ArrayList<>(List.of(ChatStories::contacts));
        if (dice.chance(0.5)) {
            steps.addAll(List.of(Turns::question, Turns::reply));
        }
        steps.add(Endings::close);
        chat.begin(steps, 0);
    }

    private static List<Step<Chat>> middle(Dice dice) {
        List<Step<Chat>> steps = new ArrayList<>();
        steps.addAll(firstAnswer(dice));
        for (int more = dice.weighted(30, 30, 20, 12, 8); more > 0; more--) {
            steps.add(Turns::question);
            steps.add(dice.chance(COLLEAGUE_RATIO) ? Turns::colleagueReplies : Turns::reply);
        }
        if (dice.chance(PROMISE_RATIO)) {
            steps.add(Promises::make);
        }
        steps.add(Outcomes::mayOrder);
        steps.add(Outcomes::mayOpenTicket);
        if (dice.chance(0.04)) {
            steps.add(Turns::question); // and the end comes before the answer
        }
        return steps;
    }

    private static List<Step<Chat>> firstAnswer(Dice dice) {
        if (!dice.chance(TRANSFER_RATIO)) {
            return List.of(Turns::reply);
        }
        return dice.chance(0.5)
                ? List.of(Turns::transfer, Turns::reply)
                : List.of(Turns::transfer, Turns::question, Turns::reply); // the buyer has to ask again
    }

    private static long contacts(Chat chat) {
        chat.shop().desk().enqueue(account -> {
            chat.hold(account);
            chat.tell(new AgentAssigned(account.id()));
            chat.saysIn(5_000, Sender.AGENT, account, "trouble");
            chat.script().resumeIn(30_000 + chat.dice().around(60_000, 0.8));
        });
        return Step.SUSPENDED;
    }
}
