package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A second reading of who talked when: call by call, each up to a release, with everything at hand. */
final class CallOracle {
    private CallOracle() {}

    static List<CallLeg> legs(List<CallPromiseEvent> events) {
        List<CallLeg> legs = new ArrayList<>();
        List<CallPromiseEvent> call = new ArrayList<>();
        boolean isFirst = true;
        for (CallPromiseEvent event : events) {
            if (event.kind() == Kind.RELEASED) {
                legs.addAll(talk(call, isFirst, event.timeMillis()));
                call.clear();
                isFirst = false;
            } else {
                call.add(event);
            }
        }
        legs.addAll(talk(call, isFirst, TicketFacts.NONE));
        return legs;
    }

    /** The legs of what lies between two releases. */
    private static List<CallLeg> talk(List<CallPromiseEvent> call, boolean isFirst, long releasedMillis) {
        int ring = index(call, Kind.RANG, 0);
        int answer = index(call, Kind.ANSWERED, isFirst ? 0 : ring);
        boolean isRung = isFirst || ring < call.size() && answer < call.size();
        if (!isRung && releasedMillis == TicketFacts.NONE) {
            return List.of();
        }
        List<CallLeg> legs = new ArrayList<>();
        String holder = null;
        long since = 0;
        for (CallPromiseEvent event : isRung ? call.subList(answer, call.size()) : call) {
            boolean isHandedOn = event.kind() == Kind.TRANSFERRED && holder != null;
            if (event.kind() != Kind.ANSWERED && !isHandedOn) {
                continue;
            }
            String next = isHandedOn ? event.detail() : event.account();
            if (!Objects.equals(holder, next)) {
                if (holder != null) {
                    legs.add(new CallLeg(holder, since, event.timeMillis()));
                }
                holder = next;
                since = event.timeMillis();
            }
        }
        if (holder != null) {
            legs.add(new CallLeg(holder, since, releasedMillis));
        }
        return legs;
    }

    /** Place of the first such event from there on; the size when there is none. */
    private static int index(List<CallPromiseEvent> call, Kind kind, int from) {
        int found = from;
        while (found < call.size() && call.get(found).kind() != kind) {
            found++;
        }
        return found;
    }
}
