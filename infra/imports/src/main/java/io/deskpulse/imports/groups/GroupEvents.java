package io.deskpulse.imports.groups;

import io.deskpulse.imports.input.Place;
import io.deskpulse.imports.report.RecordClass;
import io.deskpulse.imports.report.Report;
import io.deskpulse.imports.report.Tally;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.util.List;
import java.util.Set;

/**
 * What became of a group.
 *
 * @param events valid, in order of time and id
 * @param outcomes of its records, each version one
 * @param refused what was refused
 * @param losses what its records know and events cannot say
 * @param notes what records that gave events know beside, without an event
 * @param buyers names of all who appear as its buyer
 * @param currencies in which its records count money
 * @param suspicions what looks wrong in it
 */
record GroupEvents(
        List<ParsedLine.Event> events,
        List<Outcome> outcomes,
        List<Report.Refused> refused,
        Tally losses,
        Tally notes,
        Set<String> buyers,
        Set<String> currencies,
        Tally suspicions) {

    /**
     * What became of a record.
     *
     * @param part whether it is one of a record's parts
     * @param place where it stands
     * @param became what became of it
     * @param reason why it gave no event, or what was unknown; else null
     */
    record Outcome(boolean part, Place place, RecordClass became, String reason) {}
}
