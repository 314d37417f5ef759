package io.deskpulse.imports.run;

import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Instants;
import io.deskpulse.imports.groups.Recognition;
import io.deskpulse.imports.input.CsvRecords;
import io.deskpulse.imports.input.InputFiles;
import io.deskpulse.imports.input.JsonRecords;
import io.deskpulse.imports.mapping.Catalogue;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.MappingFiles;
import io.deskpulse.imports.mapping.MappingReader;
import io.deskpulse.ops.UserError;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Finds the source whose records a file holds, by its beginning. */
final class Fitting {
    private static final int BEGINNING = 1_000_000;

    private Fitting() {}

    /** The source that knows most of its records, or null. */
    static String source(ImportOptions options, String name) {
        Path file = options.files().stream()
                .filter(path -> Files.isRegularFile(path)
                        && name.startsWith(path.getFileName().toString()))
                .findFirst()
                .orElse(null);
        String best = null;
        long most = 0;
        for (String source : file == null ? List.<String>of() : Catalogue.names()) {
            if (source.equals(options.source()) || source.equals(Mappings.TABLES)) {
                continue;
            }
            Environment environment = new Environment(new Instants(ZoneOffset.UTC, false));
            Mapping mapping = MappingReader.read(MappingFiles.bundled(source), environment, Map.of());
            long known = known(file, options, mapping);
            if (known > most) {
                most = known;
                best = source;
            }
        }
        return best;
    }

    private static long known(Path file, ImportOptions options, Mapping mapping) {
        Recognition recognition = new Recognition(mapping);
        try {
            new InputFiles(List.of(file), options.charset(), options.mostBytes()).readAll((name, in) -> {
                byte[] beginning = in.readNBytes(BEGINNING);
                BufferedInputStream text = new BufferedInputStream(new ByteArrayInputStream(beginning));
                String head = new String(
                                beginning,
                                0,
                                Math.min(64, beginning.length),
                                java.nio.charset.StandardCharsets.ISO_8859_1)
                        .stripLeading();
                if (mapping.about().table() && !head.startsWith("{") && !head.startsWith("[")) {
                    CsvRecords.read(name, text, recognition.sink());
                } else {
                    new JsonRecords(mapping.envelopes()).read(name, text, recognition.sink());
                }
            });
        } catch (UserError e) {
            return 0; // it has been told already what is wrong with the file
        }
        return recognition.known();
    }
}
