package io.deskpulse.imports.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.input.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Damages records, the same way for the same seed. */
final class Mutations {
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u0001",
            "\ud800",
            "\ufeff",
            "-",
            "%s%n{0}",
            "../../etc/passwd",
            "1e999",
            "NaN",
            "9999-12-31T23:59:59Z",
            "2026-02-30 10:00:00",
            "0000-00-00 00:00:00",
            "2026-11-11T10:00:00+25:00",
            "99999999999999999999999999",
            "-1",
            "1,000.00",
            "<b><b><b>",
            "&#x110000;",
            "(((((a+)+)+)+)+$",
            "null",
            "true");

    private final SplittableRandom random;
    private final List<String> lines;

    /** Of the lines of a file. */
    Mutations(List<String> lines, long seed) {
        this.lines = lines;
        this.random = new SplittableRandom(seed);
    }

    /** A line of which a field, or some bytes, are damaged; it has no end of a line in it. */
    String line(boolean table) {
        String line = lines.get(random.nextInt(lines.size()));
        if (table || random.nextInt(4) == 0) {
            return new String(bytes(line.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8).replace('\n', ' ');
        }
        JsonNode node = Json.parse(line);
        for (int i = 0; i <= random.nextInt(3); i++) {
            field(node);
        }
        return node.toString();
    }

    /** A whole file: bytes are changed, taken out, or missing at its end. */
    byte[] file(byte[] whole) {
        byte[] damaged = bytes(whole);
        return random.nextInt(3) == 0 ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length + 1)) : damaged;
    }

    private byte[] bytes(byte[] of) {
        byte[] damaged = of.clone();
        for (int i = 0; i <= random.nextInt(4) && damaged.length > 0; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = (byte) "{}[]\",:;\\'0-".charAt(random.nextInt(12));
                default -> {
                    int length = Math.min(random.nextInt(9), damaged.length - at);
                    byte[] shorter = java.util.Arrays.copyOf(damaged, damaged.length - length);
                    System.arraycopy(damaged, at + length, shorter, at, damaged.length - at - length);
                    damaged = shorter;
                }
            }
        }
        return damaged;
    }

    private void field(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(node, objects);
        if (objects.isEmpty()) {
            return;
        }
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            damage(object, names.get(random.nextInt(names.size())), objects);
        }
    }

    private void damage(ObjectNode object, String name, List<ObjectNode> objects) {
        switch (random.nextInt(12)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, "x".repeat(random.nextInt(2_000)));
            case 3 -> object.put(name, random.nextLong());
            case 4 -> object.putArray(name).add(1).addNull();
            case 5 -> object.putObject(name).put("x", true);
            case 6 -> object.put(name, new BigInteger("9".repeat(1 + random.nextInt(40))).negate());
            case 7 -> object.put(name, new BigDecimal("0.1").movePointLeft(random.nextInt(20)));
            case 8 -> object.put(name, random.nextBoolean());
            case 9 -> object.set(name, nested(1 + random.nextInt(80)));
            case 10 ->
                object.set(name, objects.get(random.nextInt(objects.size())).deepCopy());
            default -> object.put(name, ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())));
        }
    }

    private static JsonNode nested(int depth) {
        ArrayNode outermost = Json.MAPPER.createArrayNode();
        ArrayNode inner = outermost;
        for (int i = 0; i < depth; i++) {
            inner = inner.addArray();
        }
        return outermost;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }
}
