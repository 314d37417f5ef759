package io.deskpulse.streaming.staffing;

import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.events.Tag;
import io.deskpulse.metrics.planning.AwayTime;
import io.deskpulse.metrics.planning.DayGrid;
import io.deskpulse.metrics.planning.Roster;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.metrics.planning.ServiceInput;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a series travels within a run. Contacts are whole but where clocks go back: they take two bytes each, a mean of two is doubled. */
final class SeriesInputCodec implements Codec<SeriesInput> {
    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN = 0;

    @Override
    public void write(SeriesInput series, DataOutput out) throws IOException {
        out.writeUTF(series.shopId());
        out.writeUTF(series.channel());
        out.writeUTF(series.grid().zone().getId());
        out.writeInt(series.grid().minutes());
        out.writeLong(series.firstDay().toEpochDay());
        out.writeInt(series.contacts().length);
        for (double[] day : series.contacts()) {
            out.writeBoolean(day != null);
            for (int slot = 0; day != null && slot < day.length; slot++) {
                writeCount(Double.isNaN(day[slot]) ? UNKNOWN : (int) Math.round(2 * day[slot]) + 1, out);
            }
        }
        writeCalendar(series.calendar(), out);
        out.writeInt(series.overrides().size());
        for (SeriesInput.Override override : series.overrides()) {
            out.writeLong(override.fromMillis());
            out.writeLong(override.toMillis());
            out.writeDouble(override.factor());
            writeAll(override.quarters(), out);
        }
        writeService(series.service(), out);
        out.writeInt(series.deferred().size());
        for (SeriesInput.Deferred work : series.deferred()) {
            out.writeLong(work.dueMillis());
            out.writeDouble(work.seconds());
        }
        out.writeInt(series.roster().accounts().size());
        for (Map.Entry<Long, Double> quarter : series.roster().accounts().entrySet()) {
            out.writeLong(quarter.getKey());
            out.writeDouble(quarter.getValue());
        }
    }

    @Override
    public SeriesInput read(DataInput in) throws IOException {
        String shop = in.readUTF();
        String channel = in.readUTF();
        DayGrid grid = new DayGrid(ZoneId.of(in.readUTF()), in.readInt());
        LocalDate first = LocalDate.ofEpochDay(in.readLong());
        double[][] contacts = new double[in.readInt()][];
        for (int day = 0; day < contacts.length; day++) {
            contacts[day] = in.readBoolean() ? new double[grid.slots()] : null;
            for (int slot = 0; contacts[day] != null && slot < grid.slots(); slot++) {
                int count = readCount(in);
                contacts[day][slot] = count == UNKNOWN ? Double.NaN : (count - 1) / 2.0;
            }
        }
        EventCalendar calendar = readCalendar(in);
        List<SeriesInput.Override> overrides = new ArrayList<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            overrides.add(new SeriesInput.Override(in.readLong(), in.readLong(), in.readDouble(), readAll(in)));
        }
        ServiceInput service = readService(grid, in);
        List<SeriesInput.Deferred> deferred = new ArrayList<>();
        int tasks = in.readInt();
        for (int i = 0; i < tasks; i++) {
            deferred.add(new SeriesInput.Deferred(in.readLong(), in.readDouble()));
        }
        Map<Long, Double> accounts = new TreeMap<>();
        int quarters = in.readInt();
        for (int i = 0; i < quarters; i++) {
            accounts.put(in.readLong(), in.readDouble());
        }
        return new SeriesInput(
                shop, channel, grid, first, contacts, calendar, overrides, service, deferred, new Roster(accounts));
    }

    private static void writeCalendar(EventCalendar calendar, DataOutput out) throws IOException {
        out.writeInt(calendar.phases().size());
        for (EventPhase phase : calendar.phases()) {
            out.writeUTF(phase.name());
            out.writeUTF(phase.kind());
            out.writeUTF(phase.phase());
            out.writeLong(phase.peak().toEpochDay());
            out.writeInt(phase.fromDay());
            out.writeInt(phase.toDay());
            out.writeDouble(phase.decayDays());
        }
        out.writeInt(calendar.tags().size());
        for (Tag tag : calendar.tags()) {
            out.writeUTF(tag.reason().name());
            out.writeLong(tag.from().toEpochDay());
            out.writeLong(tag.to().toEpochDay());
        }
    }

    private static EventCalendar readCalendar(DataInput in) throws IOException {
        List<EventPhase> phases = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            phases.add(new EventPhase(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    LocalDate.ofEpochDay(in.readLong()),
                    in.readInt(),
                    in.readInt(),
                    in.readDouble(),
                    LocalDate.MIN));
        }
        List<Tag> tags = new ArrayList<>();
        int tagCount = in.readInt();
        for (int i = 0; i < tagCount; i++) {
            tags.add(new Tag(
                    Tag.Reason.valueOf(in.readUTF()),
                    LocalDate.ofEpochDay(in.readLong()),
                    LocalDate.ofEpochDay(in.readLong()),
                    LocalDate.MIN));
        }
        return new EventCalendar(phases, tags);
    }

    private static void writeService(ServiceInput service, DataOutput out) throws IOException {
        writeAll(service.handled(), out);
        writeAll(service.handleSeconds(), out);
        out.writeDouble(service.abandoned());
        out.writeDouble(service.waitSeconds());
        writeAll(service.chats(), out);
        writeAll(service.chatSeconds(), out);
        for (int weekday = 0; weekday < 7; weekday++) {
            writeAll(service.away().paidHours()[weekday], out);
            writeAll(service.away().plannedAwayHours()[weekday], out);
            writeAll(service.away().unplannedAwayHours()[weekday], out);
        }
    }

    private static ServiceInput readService(DayGrid grid, DataInput in) throws IOException {
        double[] handled = array(readAll(in));
        double[] handleSeconds = array(readAll(in));
        double abandoned = in.readDouble();
        double waitSeconds = in.readDouble();
        List<Double> chats = readAll(in);
        List<Double> chatSeconds = readAll(in);
        AwayTime away = AwayTime.none(grid.slots());
        for (int weekday = 0; weekday < 7; weekday++) {
            away.paidHours()[weekday] = array(readAll(in));
            away.plannedAwayHours()[weekday] = array(readAll(in));
            away.unplannedAwayHours()[weekday] = array(readAll(in));
        }
        return new ServiceInput(handled, handleSeconds, abandoned, waitSeconds, chats, chatSeconds, away);
    }

    /** Two bytes, or six where they do not hold it. */
    private static void writeCount(int count, DataOutput out) throws IOException {
        if (count < 0xFFFF) {
            out.writeShort(count);
        } else {
            out.writeShort(0xFFFF);
            out.writeInt(count);
        }
    }

    private static int readCount(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        return count == 0xFFFF ? in.readInt() : count;
    }

    private static void writeAll(double[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static void writeAll(List<Double> values, DataOutput out) throws IOException {
        out.writeInt(values.size());
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static List<Double> readAll(DataInput in) throws IOException {
        List<Double> values = new ArrayList<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            values.add(in.readDouble());
        }
        return values;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
