package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.subject.Chat;
import io.deskpulse.events.BotHandedOff;
import io.deskpulse.events.ConversationClosed;
import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.Party;
import io.deskpulse.events.Sender;
import java.util.ArrayList;
import java.util.List;

/** Steps with the robot: it answers at once, about the right thing more often than not. */
final class Robot {

    private Robot() {}

    /** The buyer enters and the robot answers one to three questions. */
    static List<Step<Chat>> talk(Dice dice) {
        List<Step<Chat>> steps = new ArrayList<>();
        steps.add(Robot::receives);
        for (int questions = dice.between(1, 3); questions > 0; questions--) {
            steps.add(Robot::isAsked);
            steps.add(Robot::answers);
        }
        return steps;
    }

    /** The buyer wants a person: most type it, some press the button. */
    static long handsOff(Chat chat) {
        if (chat.dice().chance(0.7)) {
            chat.buyerSays("handoff");
        }
        chat.tellIn(300, new BotHandedOff());
        return chat.dice().millis(400, 900);
    }

    /** The buyer has what they came for; some conversations are closed by time-out, some just end. */
    static long isDone(Chat chat) {
        if (chat.dice().chance(0.6)) {
            chat.tellIn(chat.dice().millis(60_000, 600_000), new ConversationClosed(Party.SYSTEM, "IDLE"));
        }
        return 0;
    }

    private static long receives(Chat chat) {
        chat.tell(new ConversationOpened(ConversationEntry.ROBOT, null));
        chat.saysIn(400, Sender.BOT_AUTO, null, "bot.greet");
        return 1_000 + chat.dice().around(6_000, 0.6);
    }

    private static long isAsked(Chat chat) {
        chat.buyerAsks();
        return chat.dice().millis(500, 2_500);
    }

    private static long answers(Chat chat) {
        chat.saysIn(0, Sender.BOT_AUTO, null, chat.topic().section("bot"));
        return 3_000 + chat.dice().around(18_000, 0.7);
    }
}
