package io.deskpulse.bench.load;

import io.deskpulse.schemas.EventStream;

/** Of ten events, how many are of which stream; presence and shifts of agents come on top, as they are few. */
public enum Mix {
    CHATS(10, 0, 0),
    TICKETS(0, 0, 10),
    /** About one order to a conversation. */
    CHATS_AND_ORDERS(6, 4, 0),
    ALL(7, 2, 1);

    /** Events after which one of agents comes on top, wherever a mix has all streams. */
    private static final int EVENTS_PER_AGENT_EVENT = 50;

    /** Events after which a mix repeats. */
    static final int PERIOD = 10;

    private final int chats;
    private final int orders;
    private final int tickets;

    Mix(int chats, int orders, int tickets) {
        this.chats = chats;
        this.orders = orders;
        this.tickets = tickets;
    }

    /** Whether an event of agents comes after event {@code number}, counted from 0. */
    public boolean isAgentsNext(long number) {
        return this == ALL && (number + 1) % EVENTS_PER_AGENT_EVENT == 0;
    }

    /** Events of a stream among ten. */
    public int of(EventStream stream) {
        return switch (stream) {
            case CHAT -> chats;
            case ORDERS -> orders;
            case TICKETS -> tickets;
            case AGENTS -> 0;
        };
    }

    /** The stream of event {@code number}, counted from 0. */
    public EventStream streamOf(long number) {
        long place = number % PERIOD;
        if (place < chats) {
            return EventStream.CHAT;
        }
        return place < chats + orders ? EventStream.ORDERS : EventStream.TICKETS;
    }
}
