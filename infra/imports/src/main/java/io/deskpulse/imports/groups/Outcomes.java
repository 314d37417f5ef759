package io.deskpulse.imports.groups;

import io.deskpulse.imports.events.EventBuilder;
import io.deskpulse.imports.events.Proto;
import io.deskpulse.imports.report.RecordClass;
import io.deskpulse.imports.report.Report;
import io.deskpulse.imports.report.Tally;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what becomes of each record of a group. */
final class Outcomes {
    private static final String NOTHING = "nothing of it is an event";

    /** As milliseconds what is below lies in the first years after 1970; as seconds it is any time of today. */
    private static final long SECONDS_BELOW = 100_000_000_000L;

    private final List<Chosen> records;
    private final Map<String, ParsedLine.Event> events = new HashMap<>();
    private final List<Report.Refused> refused = new ArrayList<>();
    private final Tally losses = new Tally();
    private final Tally notes = new Tally();
    private final State[] states;
    private final Tally suspicions = new Tally();

    private static final class State {
        private String skipped;
        private String unknown;
        private boolean refused;
        private int mapped;
        private int again;
    }

    Outcomes(List<Chosen> records) {
        this.records = records;
        states = new State[records.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = new State();
        }
    }

    void skip(int record, String reason) {
        states[record].skipped = reason;
    }

    void unknown(int record, String what) {
        states[record].unknown = what;
    }

    void lose(String what, long times) {
        losses.add(what, times);
    }

    void twoContents() {
        suspicions.add("one id with two contents");
    }

    void refuse(int record, String event, String field, String kind, String expected) {
        states[record].refused = true;
        refused.add(new Report.Refused(records.get(record).winner().item().place(), event, field, kind, expected));
    }

    void refuseAll(String expected) {
        events.clear();
        for (int i = 0; i < states.length; i++) {
            refuse(i, null, null, null, expected);
        }
    }

    void add(Proto proto, EventBuilder.Built built) {
        State state = states[proto.record()];
        if (built.event() == null) {
            refuse(proto.record(), proto.type(), built.field(), built.kind(), built.expected());
            if ("event_time".equals(built.field()) && proto.time() > 0 && proto.time() < SECONDS_BELOW) {
                suspicions.add("times of 1970 to 1973, refused (were seconds read as milliseconds?)");
            }
            return;
        }
        ParsedLine.Event before = events.putIfAbsent(proto.id(), built.event());
        if (before == null) {
            state.mapped++;
        } else {
            state.again++;
            if (!before.event().equals(built.event().event())) {
                twoContents();
            }
        }
    }

    /** An event that is known already. */
    void unwanted(Proto proto) {
        states[proto.record()].mapped++;
    }

    GroupEvents finish(Set<String> buyers, Set<String> currencies) {
        List<GroupEvents.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            outcome(i, outcomes);
        }
        List<ParsedLine.Event> sorted = new ArrayList<>(events.values());
        sorted.sort(Comparator.<ParsedLine.Event>comparingLong(event -> EventStream.eventTimeMillis(event.event()))
                .thenComparing(event -> EventStream.eventId(event.event())));
        return new GroupEvents(sorted, outcomes, refused, losses, notes, buyers, currencies, suspicions);
    }

    /** Another version of a record that gave events was seen again; of one that gave none it is one more of the same. */
    private void outcome(int record, List<GroupEvents.Outcome> outcomes) {
        Chosen chosen = records.get(record);
        State state = states[record];
        RecordClass became = became(state);
        if (became != RecordClass.WITHOUT_EVENT && state.skipped != null) {
            notes.add(state.skipped);
        }
        String reason = became == RecordClass.UNKNOWN
                ? state.unknown
                : became == RecordClass.WITHOUT_EVENT ? skipped(state) : null;
        outcomes.add(new GroupEvents.Outcome(
                chosen.winner().item().part(), chosen.winner().item().place(), became, reason));
        RecordClass others = became == RecordClass.MAPPED ? RecordClass.SEEN_AGAIN : became;
        for (Version loser : chosen.losers()) {
            outcomes.add(
                    new GroupEvents.Outcome(loser.item().part(), loser.item().place(), others, reason));
        }
    }

    private static RecordClass became(State state) {
        if (state.unknown != null) {
            return RecordClass.UNKNOWN;
        }
        if (state.refused) {
            return RecordClass.REFUSED;
        }
        if (state.mapped > 0) {
            return RecordClass.MAPPED;
        }
        return state.again > 0 ? RecordClass.SEEN_AGAIN : RecordClass.WITHOUT_EVENT;
    }

    private static String skipped(State state) {
        return state.skipped == null ? NOTHING : state.skipped;
    }
}
