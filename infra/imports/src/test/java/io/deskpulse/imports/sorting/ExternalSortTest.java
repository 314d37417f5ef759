package io.deskpulse.imports.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What exceeds the memory comes back as if it had not, and nobody sees it on the disk. */
class ExternalSortTest {
    private static final int MEMORY = 2_000;

    @Test
    void givesBackWhatCameInOrderHoweverManyRunsItTook() {
        SplittableRandom random = new SplittableRandom(7);
        List<Entry> expected = new ArrayList<>();
        try (ExternalSort sort = new ExternalSort(MEMORY)) {
            for (int i = 0; i < 5_000; i++) {
                Entry entry = entry("k" + random.nextInt(500), "v".repeat(random.nextInt(40)) + i);
                expected.add(entry);
                sort.add(entry.key(), entry.value());
            }
            expected.sort(Entry.ORDER);

            assertThat(texts(sort.sorted())).isEqualTo(texts(expected.iterator()));
        }
    }

    @Test
    void leavesNothingWithANameWhileItRuns() throws IOException {
        List<Path> before = named();
        try (ExternalSort sort = new ExternalSort(MEMORY)) {
            for (int i = 0; i < 1_000; i++) {
                sort.add(bytes("k" + i), bytes("words of somebody"));
            }

            assertThat(named()).isEqualTo(before);
            assertThat(texts(sort.sorted())).hasSize(1_000);
        }
    }

    @Test
    void findsAllValuesOfAKeyAndNoneOfAnother() {
        TreeMap<String, List<String>> expected = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String key = "key" + i * 7 % 1_000;
            expected.computeIfAbsent(key, none -> new ArrayList<>()).add("value" + i);
            entries.add(entry(key, "value" + i));
        }
        entries.sort(Entry.ORDER);
        try (KeyedFile file = new KeyedFile(entries.iterator());
                KeyedFile empty = new KeyedFile(List.<Entry>of().iterator())) {
            expected.forEach((key, values) -> assertThat(values(file, key))
                    .as(key)
                    .containsExactlyElementsOf(values.stream().sorted().toList()));
            for (String absent : List.of("", "a", "key", "key1x", "key9999", "z")) {
                assertThat(values(file, absent)).as(absent).isEmpty();
            }
            assertThat(values(empty, "key1")).isEmpty();
        }
    }

    private static List<Path> named() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().matches("deskpulse-import.*\\.run"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> values(KeyedFile file, String key) {
        return file.values(bytes(key)).stream()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> texts(Iterator<Entry> entries) {
        List<String> texts = new ArrayList<>();
        entries.forEachRemaining(entry -> texts.add(new String(entry.key(), StandardCharsets.UTF_8) + "="
                + new String(entry.value(), StandardCharsets.UTF_8)));
        return texts;
    }

    private static Entry entry(String key, String value) {
        return new Entry(bytes(key), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
