package io.deskpulse.metrics.hotspots.alarms;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.binary.Numbers;
import io.deskpulse.metrics.hotspots.alarms.AlarmRow.Kind;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binary form of a shop's open alarms and incidents, and of those that ended within a day. */
public final class AlarmsForm {
    private static final Kind[] KINDS = Kind.values();
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private static final int INCIDENT = 1;
    private static final int ALARM = 2;
    private static final int ENDED = 3;

    private static final int INCIDENT_ID = 1;
    private static final int INCIDENT_REASON = 2;
    private static final int INCIDENT_HEAD = 3;
    private static final int EXPLAINING_DIMENSION = 4;
    private static final int EXPLAINING_VALUE = 5;

    private static final int ENDED_CELL = 1;
    private static final int ENDED_AT = 2;

    private static final int CELL = 1;
    private static final int OPENED_AT = 2;
    private static final int KIND = 3;
    private static final int CAMPAIGN = 4;
    private static final int OF_INCIDENT = 5;
    private static final int VERSION = 6;
    private static final int QUIET_HOURS = 7;
    private static final int FIRST_SEEN = 8;
    private static final int OBSERVED = 9;
    private static final int BUYERS = 10;
    private static final int NUMBERS = 11;
    private static final int WINDOW = 12;
    private static final int EVENT = 13;

    private AlarmsForm() {}

    /** Writes them as fields. */
    public static void write(ShopAlarms alarms, FormWriter out) {
        for (OpenAlarm alarm : alarms.open) {
            out.group(ALARM);
            writeAlarm(alarm, alarms.incidents.indexOf(alarm.incident), out);
            out.end();
        }
        for (Incident incident : alarms.incidents) {
            out.group(INCIDENT);
            out.text(INCIDENT_ID, incident.id);
            out.number(INCIDENT_REASON, incident.reason);
            out.number(INCIDENT_HEAD, alarms.open.indexOf(incident.head));
            out.constant(EXPLAINING_DIMENSION, incident.explainingDimension);
            out.text(EXPLAINING_VALUE, incident.explainingValue);
            out.end();
        }
        for (ShopAlarms.Ended ended : alarms.ended) {
            out.group(ENDED);
            out.number(ENDED_CELL, ended.cell());
            out.number(ENDED_AT, ended.atMillis());
            out.end();
        }
    }

    /**
     * Reads the fields that {@link #write} wrote into alarms of which there are none.
     *
     * @param cells how many cells there are
     */
    public static void read(ShopAlarms alarms, int cells, FormReader in) throws IOException {
        List<Integer> incidentOfAlarm = new ArrayList<>();
        List<Integer> headOfIncident = new ArrayList<>();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case ALARM -> {
                    in.group();
                    alarms.add(readAlarm(cells, incidentOfAlarm, in));
                }
                case INCIDENT -> {
                    in.group();
                    alarms.incidents.add(readIncident(headOfIncident, in));
                }
                case ENDED -> {
                    in.group();
                    alarms.ended.add(readEnded(cells, in));
                }
                default -> {}
            }
        }
        for (int i = 0; i < alarms.open.size(); i++) {
            alarms.open.get(i).incident = element(alarms.incidents, incidentOfAlarm.get(i), in);
        }
        for (int i = 0; i < alarms.incidents.size(); i++) {
            Incident incident = alarms.incidents.get(i);
            incident.head = element(alarms.open, headOfIncident.get(i), in);
            // The first release showed an incident under whatever alarm stood for it.
            if (incident.explainingDimension == null) {
                alarms.explain(incident);
            }
        }
    }

    private static void writeAlarm(OpenAlarm alarm, int incident, FormWriter out) {
        out.number(CELL, alarm.cell);
        out.number(OPENED_AT, alarm.openedAtMillis);
        out.constant(KIND, alarm.kind);
        out.text(CAMPAIGN, alarm.campaign);
        out.number(OF_INCIDENT, incident);
        out.number(VERSION, alarm.version);
        out.number(QUIET_HOURS, alarm.quietHours);
        out.instant(FIRST_SEEN, alarm.firstSeenAtMillis, alarm.openedAtMillis, AlarmRow.NOT_ENDED);
        out.number(OBSERVED, alarm.observed);
        out.number(BUYERS, alarm.buyers);
        double[] numbers = {alarm.expected, alarm.score, alarm.threshold, alarm.evidence};
        Numbers.write(NUMBERS, numbers, out);
        out.number(WINDOW, alarm.windowMillis);
        for (String event : alarm.eventIds) {
            out.text(EVENT, event);
        }
    }

    private static OpenAlarm readAlarm(int cells, List<Integer> incidents, FormReader in) throws IOException {
        OpenAlarm alarm = new OpenAlarm();
        alarm.version = 0;
        int incident = 0;
        List<String> events = new ArrayList<>();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case CELL -> alarm.cell = cell(cells, in);
                case OPENED_AT -> {
                    alarm.openedAtMillis = in.number();
                    alarm.firstSeenAtMillis = alarm.openedAtMillis;
                }
                case KIND -> alarm.kind = in.constant(KINDS);
                case CAMPAIGN -> alarm.campaign = in.text();
                case OF_INCIDENT -> incident = in.count();
                case VERSION -> alarm.version = in.count();
                case QUIET_HOURS -> alarm.quietHours = in.count();
                case FIRST_SEEN -> alarm.firstSeenAtMillis = in.instant(alarm.openedAtMillis);
                case OBSERVED -> alarm.observed = in.count();
                case BUYERS -> alarm.buyers = in.count();
                case NUMBERS -> readNumbers(alarm, in);
                case WINDOW -> alarm.windowMillis = in.number();
                case EVENT -> events.add(in.text());
                default -> {}
            }
        }
        alarm.eventIds = List.copyOf(events);
        incidents.add(incident);
        return alarm;
    }

    private static void readNumbers(OpenAlarm alarm, FormReader in) throws IOException {
        double[] numbers = Numbers.readDoubles(in);
        if (numbers.length != 4) {
            throw in.damaged("%d numbers of an alarm, not 4".formatted(numbers.length));
        }
        alarm.expected = numbers[0];
        alarm.score = numbers[1];
        alarm.threshold = numbers[2];
        alarm.evidence = numbers[3];
    }

    private static Incident readIncident(List<Integer> heads, FormReader in) throws IOException {
        String id = "";
        int reason = 0;
        int head = 0;
        Dimension dimension = null;
        String value = "";
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case INCIDENT_ID -> id = in.text();
                case INCIDENT_REASON -> reason = in.count();
                case INCIDENT_HEAD -> head = in.count();
                case EXPLAINING_DIMENSION -> dimension = in.constant(DIMENSIONS);
                case EXPLAINING_VALUE -> value = in.text();
                default -> {}
            }
        }
        heads.add(head);
        Incident incident = new Incident(id, reason);
        incident.explainingDimension = dimension;
        incident.explainingValue = value;
        return incident;
    }

    private static ShopAlarms.Ended readEnded(int cells, FormReader in) throws IOException {
        int cell = 0;
        long atMillis = 0;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case ENDED_CELL -> cell = cell(cells, in);
                case ENDED_AT -> atMillis = in.number();
                default -> {}
            }
        }
        return new ShopAlarms.Ended(cell, atMillis);
    }

    private static int cell(int cells, FormReader in) throws IOException {
        int cell = in.count();
        if (cell >= cells) {
            throw in.damaged("there is no cell " + cell);
        }
        return cell;
    }

    private static <T> T element(List<T> list, int place, FormReader in) throws IOException {
        if (place >= list.size()) {
            throw in.damaged("there is no place " + place);
        }
        return list.get(place);
    }
}
