package io.deskpulse.demo.story;

import io.deskpulse.demo.shop.Account;
import io.deskpulse.demo.shop.Purchase;
import io.deskpulse.demo.subject.Case;
import io.deskpulse.demo.subject.Chat;
import io.deskpulse.demo.ticket.TicketStories;
import io.deskpulse.events.ProductRecommended;
import io.deskpulse.events.Sender;

/** Steps that start another story: a conversation may lead to an order or to a ticket. */
final class Outcomes {

    private static final double ORDERS_AFTER_ADVICE_RATIO = 0.45;
    private static final double ORDERS_AFTER_ROBOT_RATIO = 0.15;
    private static final int RECOMMENDED_ONE_IN = 3;
    private static final double TICKET_RATIO = 0.30;

    private Outcomes() {}

    /** A buyer with a question before sale may order what the account advised. */
    static long mayOrder(Chat chat) {
        Account account = chat.account();
        if (account != null && !chat.topic().isAfterSale() && chat.isOneIn(RECOMMENDED_ONE_IN)) {
            chat.tell(new ProductRecommended(chat.sku().id(), account.id()));
        }
        return order(chat, chat.account(), ORDERS_AFTER_ADVICE_RATIO);
    }

    /** A buyer who spoke to the robot only may order, too. */
    static long mayOrderSilently(Chat chat) {
        return order(chat, null, ORDERS_AFTER_ROBOT_RATIO);
    }

    /** A question after sale may become a ticket. */
    static long mayOpenTicket(Chat chat) {
        if (!chat.topic().isAfterSale() || !chat.dice().chance(TICKET_RATIO)) {
            return 0;
        }
        Account account = chat.account();
        if (account != null) {
            chat.saysIn(0, Sender.INTERNAL_NOTE, account, "note");
        }
        Purchase purchase = chat.purchase();
        Case.of(chat.shop(), chat.buyer(), chat.sku())
                .aboutOrder(purchase == null ? null : purchase.orderId())
                .fromConversation(chat.id())
                .begin(TicketStories.any(chat.topic(), chat.dice()), 20_000);
        return 1_000;
    }

    private static long order(Chat chat, Account account, double ratio) {
        if (chat.topic().isAfterSale() || !chat.dice().chance(ratio)) {
            return 0;
        }
        OrderStories.begin(
                chat.shop(), chat.buyer(), chat.sku(), account, chat.dice().around(90_000, 0.8));
        if (chat.dice().chance(0.3)) {
            chat.saysIn(0, Sender.SYSTEM, null, "system.card");
        }
        return 1_000;
    }
}
