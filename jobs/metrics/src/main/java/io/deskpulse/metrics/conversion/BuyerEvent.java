package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.List;

/**
 * What conversion needs to know of one chat or order event: a few dozen bytes instead of the whole event.
 *
 * @param shopId shop, never empty
 * @param buyerId keyed hash of the buyer's id
 * @param eventId unique within the conversation or the order it is about, never empty
 * @param timeMillis when it happened, milliseconds since the epoch
 * @param kind what happened
 * @param subject the order it is about, or the conversation it was said in
 * @param account human account that replied or reminded; null when unknown or none
 * @param detail why an order was closed; id of a refund, a trouble, a parcel or a part of a payment; null otherwise
 * @param label kind of a trouble; {@link #PRESALE} of a pre-sale's creation; null otherwise
 * @param amountFen paid or refunded amount, fen, >= 0; 0 otherwise
 * @param products of a creation: of its lines, as often as they are named; of a request for a refund: the one it is about; empty when
 *     unknown, and otherwise
 */
public record BuyerEvent(
        String shopId,
        String buyerId,
        String eventId,
        long timeMillis,
        Kind kind,
        String subject,
        String account,
        String detail,
        String label,
        long amountFen,
        List<String> products)
        implements TimelineEvent {

    /** Label of an order that is paid by deposit and balance. */
    public static final String PRESALE = "PRESALE";

    private static final String CHAT = "chat";
    private static final String ORDERS = "orders";

    /** Kinds of event that conversion distinguishes. */
    public enum Kind {
        /** The buyer wrote in a conversation. */
        BUYER_SPOKE(true),
        /** An account replied: a person, or robot text under a person's account. */
        SHOP_REPLIED(true),
        /** The order was placed. */
        ORDER_CREATED(false),
        /** The order was paid in full. */
        ORDER_PAID(false),
        /** The order ended, unpaid or cancelled. */
        ORDER_CLOSED(false),
        /** The shop reminded the buyer to pay. */
        PAYMENT_REMINDED(false),
        /** Something went wrong with the order. */
        ORDER_TROUBLED(false),
        /** A trouble is over. */
        TROUBLE_FIXED(false),
        /** The buyer asked for money back. */
        REFUND_REQUESTED(false),
        /** Money was paid back. */
        REFUND_SUCCEEDED(false),
        /** A refund request ended without a payment. */
        REFUND_CLOSED(false),
        /** A parcel of the order was delivered. */
        PARCEL_SIGNED(false),
        /** Anything else said in a chat: conversion never looks at it. */
        OTHER_IN_CHAT(true),
        /** Anything else about an order: conversion never looks at it. */
        OTHER_OF_ORDER(false),
        /** A parcel of the order was handed to its carrier. */
        PARCEL_SHIPPED(false);

        private final boolean inChat;

        Kind(boolean inChat) {
            this.inChat = inChat;
        }

        /** Whether it came from the chats rather than from the orders. */
        public boolean isInChat() {
            return inChat;
        }

        /** Whether any number of conversion depends on it. */
        public boolean isRelevant() {
            return this != OTHER_IN_CHAT && this != OTHER_OF_ORDER;
        }
    }

    @Override
    public String stream() {
        return kind.isInChat() ? CHAT : ORDERS;
    }

    @Override
    public String subjectId() {
        return subject;
    }
}
