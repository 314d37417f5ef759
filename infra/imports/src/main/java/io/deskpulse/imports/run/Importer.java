package io.deskpulse.imports.run;

import io.deskpulse.imports.events.Accounts;
import io.deskpulse.imports.events.ShopRules;
import io.deskpulse.imports.functions.Contacts;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Instants;
import io.deskpulse.imports.groups.Grouping;
import io.deskpulse.imports.input.CsvRecords;
import io.deskpulse.imports.input.Handover;
import io.deskpulse.imports.input.InputFiles;
import io.deskpulse.imports.input.JsonRecords;
import io.deskpulse.imports.input.RecordSink;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.report.EventCounts;
import io.deskpulse.imports.report.Report;
import io.deskpulse.imports.sorting.Entry;
import io.deskpulse.imports.sorting.ExternalSort;
import io.deskpulse.imports.suspicions.Suspicions;
import io.deskpulse.ops.Terminal;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.JsonLinesWriter;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

/** Runs an import: all records first, since what stands last may decide the first, then all events in order. */
public final class Importer {
    private static final long MEMORY = 64L << 20;
    /** A mapping that is not trusted is given up sooner, by itself; this is for one that is and should not be. */
    private static final long MOST_MILLIS = 120_000;

    private final ImportOptions options;
    private final Environment environment;
    private final Mapping mapping;
    private final Report report = new Report();
    private final ImportProgress progress;
    private final JsonLinesWriter writer = new JsonLinesWriter();
    private final Set<String> teamBuyers = new HashSet<>();

    /**
     * Prepares an import.
     *
     * @throws io.deskpulse.ops.UserError when the mapping, a setting or the accounts are wrong
     */
    public Importer(ImportOptions options, Terminal terminal) {
        this.options = options;
        boolean later = "later".equals(options.settings().get("overlap"));
        this.environment = new Environment(new Instants(options.zone(), later));
        this.mapping = Mappings.of(options, environment);
        this.progress = new ImportProgress(terminal, System::nanoTime);
    }

    /** The mapping. */
    public Mapping mapping() {
        return mapping;
    }

    /** What was come upon; complete after {@link #run}. */
    public Report report() {
        return report;
    }

    /**
     * Tells every event as a line of JSON Lines, in order of time and id.
     *
     * @throws io.deskpulse.ops.UserError when a file cannot be read, or is none of the source
     */
    public void run(Consumer<String> lines) {
        Accounts accounts = options.accounts() == null
                ? Accounts.none()
                : Accounts.read(options.accounts().toString(), TextFiles.read(options.accounts()));
        ShopRules shops = ShopRules.parse(options.shops(), mapping.about().name());
        Grouping.Rules rules =
                new Grouping.Rules(shops, accounts, options.text(), options.rejects() != null, options.isTrusted());
        try (Contacts contacts = environment.contacts();
                Grouping grouping = new Grouping(mapping, rules, report);
                ExternalSort sorted = new ExternalSort(MEMORY);
                RejectFile rejects = RejectFile.at(options.rejects())) {
            read(grouping);
            map(grouping, sorted, rejects);
            Iterator<Entry> all = sorted.sorted();
            while (all.hasNext()) {
                lines.accept(new String(all.next().value(), StandardCharsets.UTF_8));
                progress.written(report.events().total());
            }
        }
        report.losses()
                .add(
                        "times that exist twice, when the clock is put back: the "
                                + (options.settings().getOrDefault("overlap", "earlier")) + " was taken",
                        environment.instants().twice());
        progress.finish();
    }

    private void read(Grouping grouping) {
        InputFiles files = new InputFiles(options.files(), options.charset(), options.mostBytes());
        CountedSink counted = new CountedSink(grouping.sink(), count -> progress.read(files, count));
        try (Handover handover = new Handover(counted, files::unpacked, MOST_MILLIS)) {
            files.readAll((name, in) -> {
                long before = grouping.known();
                text(name, in, handover);
                handover.finish();
                if (grouping.known() == before) {
                    throw Foreign.file(name, mapping, options, report);
                }
            });
        }
    }

    private void text(String name, InputStream in, RecordSink sink) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 65_536);
        if (mapping.about().table() && !looksLikeJson(buffered)) {
            CsvRecords.read(name, buffered, sink);
        } else {
            new JsonRecords(mapping.envelopes()).read(name, buffered, sink);
        }
    }

    private static boolean looksLikeJson(BufferedInputStream in) throws IOException {
        in.mark(4096);
        byte[] head = in.readNBytes(4096);
        in.reset();
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith("{") || text.startsWith("[");
    }

    private void map(Grouping grouping, ExternalSort sorted, RejectFile rejects) {
        Suspicions suspicions = new Suspicions(
                report.suspicions(), options.now(), zone(), options.settings().get("currency"));
        grouping.finish(
                subject -> {
                    suspicions.look(subject.events(), subject.buyers(), subject.currencies());
                    long before = report.events().total();
                    subject.events().forEach(event -> add(event, sorted));
                    if (report.events().total() > before) {
                        report.events().subject();
                    }
                    progress.mapped(report.events().total());
                },
                rejects);
        suspicions.finish(teamBuyers.size());
    }

    private void add(ParsedLine.Event event, ExternalSort sorted) {
        Instant time = EventStream.eventTime(event.event());
        if ((options.since() != null && time.isBefore(options.since()))
                || (options.until() != null && !time.isBefore(options.until()))) {
            report.cut();
            return;
        }
        report.events().add(event.stream(), event.event());
        String buyer = EventCounts.buyer(event.event());
        if (environment.contacts().isTeam(buyer)) {
            teamBuyers.add(buyer);
        }
        byte[] id = EventStream.eventId(event.event()).getBytes(StandardCharsets.UTF_8);
        byte[] key = ByteBuffer.allocate(8 + id.length)
                .putLong(time.toEpochMilli())
                .put(id)
                .array();
        sorted.add(key, writer.write(event.event()).getBytes(StandardCharsets.UTF_8));
    }

    private ZoneId zone() {
        return options.zone() == null ? environment.zoneOfSource() : options.zone();
    }
}
