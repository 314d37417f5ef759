package io.deskpulse.cli.imports;

import io.deskpulse.imports.events.TextRule;
import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.ops.UserError;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** By what records become events, wherever they come from; a mixin. */
public final class MappingArguments {
    @Option(names = "--from", paramLabel = "SOURCE", description = "The system; --list names them.")
    private String source;

    @Option(
            names = "--shop",
            paramLabel = "RULE",
            description =
                    "The shop, or rules such as inbox:5=lanyue and '*=main', of which the first that fits counts; repeatable.")
    private List<String> shops = List.of();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of times that carry no offset, where the source has none of its own.")
    private String zone;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the mapping, or TABLE.WORD=MEANING; repeatable.")
    private List<String> settings = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "DIR",
            description = "A mapping of your own, or one that extends a bundled one.")
    private Path mapping;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "Names of accounts, and which are robots, in YAML.")
    private Path accounts;

    @Option(
            names = "--text",
            paramLabel = "keep|redact|drop",
            defaultValue = "redact",
            description = "What becomes of words that people wrote (default: ${DEFAULT-VALUE}).")
    private TextRule text;

    /** The zone that was asked for, or null. */
    public ZoneId zone() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new UserError("--zone must be a time zone such as Asia/Shanghai, got " + zone + ".", e);
        }
    }

    /** The shops that rules name. */
    public List<String> shopNames() {
        return shops.stream()
                .map(rule -> rule.substring(rule.indexOf('=') + 1))
                .distinct()
                .toList();
    }

    /**
     * The options, of no files.
     *
     * @param now what is later is the future
     * @throws UserError when one is wrong
     */
    ImportOptions options(Instant now) {
        if (source == null && mapping == null) {
            throw new UserError("Which system is it from? --from SOURCE says it, deskpulse import --list names them.");
        }
        return new ImportOptions(
                source, List.of(), shops, zone(), null, null, values(), mapping, null, accounts, null, text, null, 0,
                now);
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (String pair : settings) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UserError("--set must be KEY=VALUE, got " + pair + ".");
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return values;
    }
}
