package io.deskpulse.imports.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The functions that mappings call, and refusals in the place of built-in ones that would make an import unrepeatable. */
public final class Functions {
    private static final int WIDTH = 19;
    private static final int HASH = 16;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,19}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_ .-]{1,40}");
    private static final List<String> UNREPEATABLE = List.of("now", "random", "uuid", "hash-int");

    private final Environment environment;

    private Functions(Environment environment) {
        this.environment = environment;
    }

    /** All of them. */
    public static List<Function> of(Environment environment) {
        Functions own = new Functions(environment);
        List<Function> functions = new ArrayList<>(List.of(
                new OwnFunction("id", 1, 9, own::id),
                new OwnFunction("digits", 1, 1, Functions::digits),
                new OwnFunction("instant", 1, 2, own::instant),
                new OwnFunction("minor", 2, 3, Functions::minor),
                new OwnFunction("convert", 4, 4, Functions::convert),
                new OwnFunction("text", 1, 1, Functions::text),
                new OwnFunction("buyer", 1, 4, own::buyer),
                new OwnFunction("account", 1, 1, own::account),
                new OwnFunction("contact", 1, 1, own::contact),
                new OwnFunction("lookup", 2, 2, own::lookup),
                new OwnFunction("setting", 1, 1, own::setting),
                new OwnFunction("digest", 1, 9, Functions::digest),
                new OwnFunction("refuse", 1, 1, arguments -> Marks.refused(required(arguments[0]))),
                new OwnFunction("unknown", 1, 1, Functions::unknown),
                new OwnFunction("skip", 1, 1, arguments -> Marks.skip(required(arguments[0]))),
                new OwnFunction("lost", 1, 2, Functions::lost)));
        functions.addAll(Patterns.functions());
        for (String name : UNREPEATABLE) {
            functions.add(new OwnFunction(name, 0, 9, arguments -> {
                throw new JsltException(name + "() would make the import unrepeatable and is not allowed");
            }));
        }
        return functions;
    }

    private JsonNode id(JsonNode[] parts) {
        return Environment.node(Arrays.stream(parts)
                .map(Functions::required)
                .collect(Collectors.joining("-", environment.prefix() + "-", "")));
    }

    /** A number in fixed width, so that texts sort as numbers do; what is no number stays as it is. */
    private static JsonNode digits(JsonNode[] arguments) {
        String text = required(arguments[0]);
        boolean number = DIGITS.matcher(text).matches();
        return Environment.node(number ? "0".repeat(WIDTH - text.length()) + text : text);
    }

    private JsonNode instant(JsonNode[] arguments) {
        String text = Environment.string(arguments[0]);
        if (text == null || text.isBlank()) {
            return NullNode.instance;
        }
        try {
            ZoneId zone = arguments.length > 1 ? ZoneId.of(required(arguments[1])) : environment.zoneOfSource();
            return JsonNodeFactory.instance.numberNode(environment.instants().millis(text.strip(), zone));
        } catch (DateTimeException | ArithmeticException e) {
            return Marks.refused("a time" + (e instanceof DateTimeException ? ": " + own(e) : ""));
        }
    }

    /** Java's own words would quote the value. */
    private static String own(RuntimeException e) {
        String said = String.valueOf(e.getMessage());
        return said.startsWith("expected") || said.startsWith("a time that") ? said : "a day or an hour that exists";
    }

    private static JsonNode minor(JsonNode[] arguments) {
        String amount = Environment.string(arguments[0]);
        if (amount == null || amount.isBlank()) {
            return NullNode.instance;
        }
        try {
            String currency = required(arguments[1]);
            return JsonNodeFactory.instance.numberNode(
                    arguments.length > 2
                            ? Money.minor(amount, currency, required(arguments[2]))
                            : Money.minor(amount, currency));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Marks.refused(e instanceof ArithmeticException ? "an amount" : e.getMessage());
        }
    }

    private static JsonNode convert(JsonNode[] arguments) {
        try {
            return JsonNodeFactory.instance.numberNode(Money.converted(
                    required(arguments[0]), required(arguments[1]), required(arguments[2]), required(arguments[3])));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Marks.refused("an amount and its rate");
        }
    }

    private static JsonNode text(JsonNode[] arguments) {
        String html = Environment.string(arguments[0]);
        return Environment.node(html == null ? null : PlainText.of(html));
    }

    private JsonNode buyer(JsonNode[] arguments) {
        String[] names = new String[4];
        for (int i = 0; i < arguments.length; i++) {
            names[i] = Environment.string(arguments[i]);
        }
        return Environment.node(environment.buyer(names[0], names[1], names[2], names[3]));
    }

    private JsonNode account(JsonNode[] arguments) {
        String id = Environment.string(arguments[0]);
        return Environment.node(id == null || id.isBlank() ? null : environment.prefix() + "-" + id);
    }

    private JsonNode contact(JsonNode[] arguments) {
        String id = Environment.string(arguments[0]);
        JsonNode known = id == null ? null : environment.contacts().of(id);
        return known == null ? NullNode.instance : known;
    }

    private JsonNode lookup(JsonNode[] arguments) {
        String name = required(arguments[0]);
        Map<String, JsonNode> table = environment.tables().get(name);
        if (table == null) {
            throw new JsltException("the mapping has no table " + name);
        }
        String key = Environment.string(arguments[1]);
        JsonNode value = table.get(key == null ? "" : key);
        if (value == null) {
            throw new UnknownValue(name + " " + told(key) + ", which is not in the mapping");
        }
        return value;
    }

    /** Words of a closed list of the source's are told, so that a user can teach them; anything else may be personal. */
    private static String told(String key) {
        return key == null ? "of no value" : WORD.matcher(key).matches() ? key : "of another form";
    }

    private JsonNode setting(JsonNode[] arguments) {
        JsonNode value = environment.settings().get(required(arguments[0]));
        if (value == null) {
            throw new JsltException("the mapping has no setting " + required(arguments[0]));
        }
        return value;
    }

    private static JsonNode digest(JsonNode[] parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (JsonNode part : parts) {
                String text = Environment.string(part);
                sha.update((text == null ? "\0" : text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
            }
            return Environment.node(HexFormat.of().formatHex(sha.digest()).substring(0, HASH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static JsonNode unknown(JsonNode[] arguments) {
        throw new UnknownValue(required(arguments[0]));
    }

    private static JsonNode lost(JsonNode[] arguments) {
        String reason = required(arguments[0]);
        return arguments.length > 1 ? Marks.lost(reason, arguments[1].asLong()) : Marks.lost(reason);
    }

    private static String required(JsonNode argument) {
        String text = Environment.string(argument);
        if (text == null) {
            throw new JsltException("expected a value, found nothing");
        }
        return text;
    }
}
