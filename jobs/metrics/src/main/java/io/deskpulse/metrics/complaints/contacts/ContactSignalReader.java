package io.deskpulse.metrics.complaints.contacts;

import io.deskpulse.metrics.complaints.SignalListener;
import io.deskpulse.metrics.complaints.contacts.ContactEvent.Kind;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.util.function.BinaryOperator;

/**
 * What hotspots are told of a conversation, from its events in order: that it asked for a human, once; under its product, the first
 * that is spoken of, and under the group of the first account that answers, as soon as they are known; and complaints about it,
 * completed.
 */
public final class ContactSignalReader {
    private final BinaryOperator<String> groups;

    /**
     * A reader.
     *
     * @param groups the group of an account, given its shop and the account; null when it is in none
     */
    public ContactSignalReader(BinaryOperator<String> groups) {
        this.groups = groups;
    }

    /** Whether anything can follow from an event: a complaint, or news of a conversation of which not all is known yet. */
    public boolean mayMatter(ContactSignals state, ContactEvent event) {
        return event.kind() == Kind.COMPLAINED
                || state.askedMillis == ContactSignals.NONE
                || state.account == null && event.account() != null
                || state.skuId == null && event.skuId() != null;
    }

    /**
     * Reads the next event.
     *
     * @param listener is told what follows from it; null when it comes too late for signals, and is remembered all the same
     */
    public void read(ContactSignals state, ContactEvent event, SignalListener listener) {
        if (event.kind() == Kind.COMPLAINED) {
            if (listener != null) {
                listener.complained(complete(state, event));
            }
            return;
        }
        boolean wasAsked = state.askedMillis != ContactSignals.NONE;
        boolean hadSku = state.skuId != null;
        boolean wasAnswered = state.account != null;
        remember(state, event);
        if (listener == null || state.askedMillis == ContactSignals.NONE) {
            return;
        }
        long at = event.timeMillis();
        if (!wasAsked) {
            listener.exposed(at, ExposureType.CONVERSATION, Dimension.SHOP, Complaint.WHOLE_SHOP, 1);
        }
        if (state.skuId != null && !(wasAsked && hadSku)) {
            listener.exposed(at, ExposureType.CONVERSATION, Dimension.SKU, state.skuId, 1);
        }
        String group = wasAnswered ? null : group(state, event.shopId());
        if (group != null) {
            listener.exposed(at, ExposureType.CONVERSATION, Dimension.AGENT_GROUP, group, 1);
        }
    }

    private static void remember(ContactSignals state, ContactEvent event) {
        state.withRobot = switch (event.kind()) {
            case OPENED_AT_ROBOT -> true;
            case AT_HUMAN, ANSWERED -> false;
            default -> state.withRobot;
        };
        if (!state.withRobot && state.askedMillis == ContactSignals.NONE) {
            state.askedMillis = event.timeMillis();
        }
        state.skuId = state.skuId == null ? event.skuId() : state.skuId;
        if (event.kind() == Kind.ANSWERED && state.account == null) {
            state.account = event.account();
        }
    }

    private Complaint complete(ContactSignals state, ContactEvent event) {
        Complaint told = event.complaint();
        boolean isAsked = state.askedMillis != ContactSignals.NONE;
        return new Complaint(
                told.timeMillis(),
                told.eventId(),
                told.reason(),
                told.buyerHash(),
                isAsked ? state.askedMillis : Complaint.UNKNOWN,
                isAsked ? state.skuId : null,
                null,
                null,
                group(state, event.shopId()));
    }

    private String group(ContactSignals state, String shopId) {
        return state.account == null ? null : groups.apply(shopId, state.account);
    }
}
