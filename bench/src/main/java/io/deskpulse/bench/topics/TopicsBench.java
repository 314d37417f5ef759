package io.deskpulse.bench.topics;

import io.deskpulse.bench.topics.TopicSample.Origin;
import io.deskpulse.bench.topics.TopicSample.Result;
import io.deskpulse.bench.topics.TopicSample.Sentence;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.files.EventFiles;
import io.deskpulse.ops.replay.files.MergedEvents;
import io.deskpulse.schemas.jsonl.ParsedLine;
import io.deskpulse.streaming.topics.TopicMapper;
import io.deskpulse.streaming.topics.TopicReader;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import io.deskpulse.streaming.topics.TopicVersion;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What it costs to find the topic of a message, and how often it is the right one. */
public final class TopicsBench {
    /** Time of this thread alone: others on the machine do not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final int LETTERS = 60;
    private static final int MESSAGES = 20_000;
    private static final int ROUNDS = 12;
    private static final int WORDS_TOLD = 10;
    private static final double NANOS_A_MICRO = 1_000;
    private static final double PERCENT = 100;

    private final Progress progress;
    private final TopicTaxonomy taxonomy = TopicTaxonomy.bundled();

    /** A bench that tells its progress. */
    public TopicsBench(Progress progress) {
        this.progress = progress;
    }

    /**
     * Prints precision and recall of each version, the cost of a message, and of files the share that each has no topic for.
     *
     * @param files of events with real chats; none for the rest alone
     */
    public void run(List<Path> files) {
        for (TopicVersion version : taxonomy.versions()) {
            System.out.printf("Topics, version %s%n", version.name());
            TopicMapper mapper = new TopicMapper(version);
            for (String language : LANGUAGES) {
                for (Origin origin : Origin.values()) {
                    print(language + ", " + origin.words(), TopicSample.of(origin, language), mapper);
                }
            }
        }
        for (String language : LANGUAGES) {
            for (TopicVersion version : taxonomy.versions()) {
                cost(language, version);
            }
        }
        if (!files.isEmpty()) {
            for (TopicVersion version : taxonomy.versions()) {
                others(files, version);
            }
        }
    }

    private static void print(String what, TopicSample sample, TopicMapper mapper) {
        Result result = sample.map(mapper);
        System.out.printf(
                Locale.ROOT,
                "%s: %d sentences, %d with a topic; precision %d/%d = %.3f, recall %d/%d = %.3f%n",
                what,
                sample.sentences().size(),
                result.topics(),
                result.right(),
                result.found(),
                result.precision(),
                result.right(),
                result.topics(),
                result.recall());
    }

    /** The median of some rounds, each over other messages than those that the compiler saw first. */
    private void cost(String language, TopicVersion version) {
        progress.step("Reading messages of " + LETTERS + " characters, " + language + ".");
        TopicReader reader = new TopicReader(taxonomy, true);
        List<Double> micros = new ArrayList<>();
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> messages = messages(language, round);
            long begin = CPU.getCurrentThreadCpuTime();
            for (String message : messages) {
                found += reader.topic(version.fromMillis(), null, message) == null ? 0 : 1;
            }
            long nanos = CPU.getCurrentThreadCpuTime() - begin;
            if (round >= ROUNDS / 2) {
                micros.add(nanos / NANOS_A_MICRO / messages.size());
            }
        }
        Collections.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%s, version %s: %.2f us a message of %d characters (best %.2f, worst %.2f of %d rounds of %,d; %.1f %% have a topic)%n",
                language,
                version.name(),
                micros.get(micros.size() / 2),
                LETTERS,
                micros.get(0),
                micros.get(micros.size() - 1),
                micros.size(),
                MESSAGES,
                PERCENT * found / ROUNDS / MESSAGES);
    }

    /** Messages of exactly so many characters, of sentences of the first set one after the other, so that versions compare. */
    private static List<String> messages(String language, int seed) {
        List<Sentence> sentences = TopicSample.of(Origin.FIRST, language).sentences();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            StringBuilder message = new StringBuilder();
            while (message.length() < LETTERS) {
                message.append(sentences.get(random.nextInt(sentences.size())).text())
                        .append(' ');
            }
            messages.add(message.substring(0, LETTERS));
        }
        return messages;
    }

    /** Messages of buyers that a version knows no topic of, whenever they were sent, and the words that stand in most of them. */
    private void others(List<Path> files, TopicVersion version) {
        TopicReader reader = new TopicReader(taxonomy, true);
        FrequentWords words = new FrequentWords();
        int all = 0;
        int other = 0;
        try (MergedEvents lines = new MergedEvents(EventFiles.lookedAt(files, progress), rejected -> {
            throw new UserError(rejected.message());
        })) {
            for (ParsedLine.Event line = lines.next(); line != null; line = lines.next()) {
                if (line.event() instanceof ChatEvent chat
                        && chat.getBody() instanceof MessageSent said
                        && said.getSender() == Sender.BUYER) {
                    all++;
                    if (reader.topic(version.fromMillis(), said.getTopic(), said.getText()) == null) {
                        other++;
                        words.add(said.getText());
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "version %s: %,d messages of buyers, OTHER %,d = %.1f %%%nmost frequent words in OTHER: %s%n",
                version.name(),
                all,
                other,
                PERCENT * other / Math.max(1, all),
                words.top(WORDS_TOLD));
    }
}
