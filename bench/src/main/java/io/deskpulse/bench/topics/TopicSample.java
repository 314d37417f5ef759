package io.deskpulse.bench.topics;

import io.deskpulse.streaming.topics.TopicEntry;
import io.deskpulse.streaming.topics.TopicMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sentences of buyers in one language, each with the topic that a person says it has.
 *
 * @param sentences in the order of the file
 */
record TopicSample(List<Sentence> sentences) {
    private static final String HEADING = "= ";
    private static final String NONE = "-";

    /**
     * One sentence.
     *
     * @param topic code of its topic; empty when it asks for nothing in particular
     * @param text what was written
     */
    record Sentence(String topic, String text) {}

    /**
     * How well they are mapped.
     *
     * @param found sentences that are given a topic
     * @param right those given the one that the person gave
     * @param topics sentences that have one
     */
    record Result(int found, int right, int topics) {
        /** Right of those that are given a topic. */
        double precision() {
            return (double) right / found;
        }

        /** Right of those that have one. */
        double recall() {
            return (double) right / topics;
        }
    }

    /** Who wrote sentences, and which version of the lexicon could have been made for them. */
    enum Origin {
        /** Of the authors, before there was a lexicon, in ordinary words. */
        FIRST("sample"),
        /** Of somebody else, after version 1; no term was made for them. */
        HELD_OUT("heldout"),
        /** Of the author of version 2, before it, in the words of chats; it was grown on them. */
        DEVELOPMENT("development"),
        /** Of the same author and make as those; not looked at until version 2 was done. */
        TEST("test");

        private final String file;

        Origin(String file) {
            this.file = file;
        }

        /** What people call it. */
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The sentences of an origin in a language, {@code zh} or {@code en}. */
    static TopicSample of(Origin origin, String language) {
        String file = "/topics/" + origin.file + "-" + language + ".txt";
        List<Sentence> sentences = new ArrayList<>();
        try (InputStream in = TopicSample.class.getResourceAsStream(file)) {
            String topic = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                if (line.startsWith(HEADING)) {
                    String code = line.substring(HEADING.length());
                    topic = code.equals(NONE) ? "" : code;
                } else {
                    sentences.add(new Sentence(topic, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new TopicSample(sentences);
    }

    /** Maps all of them. */
    Result map(TopicMapper mapper) {
        int found = 0;
        int right = 0;
        int topics = 0;
        for (Sentence sentence : sentences) {
            TopicEntry topic = mapper.ofText(sentence.text());
            topics += sentence.topic().isEmpty() ? 0 : 1;
            found += topic == null ? 0 : 1;
            right += topic != null && topic.code().equals(sentence.topic()) ? 1 : 0;
        }
        return new Result(found, right, topics);
    }
}
