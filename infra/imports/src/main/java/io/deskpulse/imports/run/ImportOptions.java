package io.deskpulse.imports.run;

import io.deskpulse.imports.events.TextRule;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What is asked of an import.
 *
 * @param source name of the source
 * @param files to read, {@code -} for standard input
 * @param shops rules for the shop of each subject
 * @param zone of times without an offset, null when not given
 * @param since events before it are left out, null for none
 * @param until events from it on are left out, null for none
 * @param settings of the mapping
 * @param mapping a mapping of the user's own, null for the bundled one
 * @param columns what the columns of tables mean, null when the source is no table
 * @param accounts names of accounts, null for none
 * @param rejects where refused records go, null for nowhere
 * @param text what becomes of words
 * @param charset of the files, null for UTF-8
 * @param mostBytes that a file may unpack to; 0 for the usual bound
 * @param now what is later is the future
 */
public record ImportOptions(
        String source,
        List<Path> files,
        List<String> shops,
        ZoneId zone,
        Instant since,
        Instant until,
        Map<String, String> settings,
        Path mapping,
        Path columns,
        Path accounts,
        Path rejects,
        TextRule text,
        Charset charset,
        long mostBytes,
        Instant now) {
    /** Whether the mapping is a bundled one with its own patterns, which is known to come to an end. */
    public boolean isTrusted() {
        return mapping == null && settings.keySet().stream().noneMatch(key -> key.endsWith("_pattern"));
    }

    /** All that may be left out is: a bundled mapping as it is, words redacted, all of the shop's times with an offset. */
    public static ImportOptions of(String source, List<Path> files, String shop, Instant now) {
        return new ImportOptions(
                source,
                files,
                List.of(shop),
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                TextRule.redact,
                null,
                0,
                now);
    }
}
