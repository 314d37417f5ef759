package io.deskpulse.imports.run;

import io.deskpulse.imports.columns.ColumnsFile;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.MappingFiles;
import io.deskpulse.imports.mapping.MappingReader;
import io.deskpulse.ops.UserError;

/** The mapping that an import asks for. */
public final class Mappings {
    static final String TABLES = "csv";

    private Mappings() {}

    /**
     * Reads it.
     *
     * @throws UserError when it is wrong
     */
    public static Mapping of(ImportOptions options, Environment environment) {
        if (TABLES.equals(options.source())) {
            if (options.columns() == null) {
                throw new UserError("--from csv needs --columns FILE.yaml, which says what each column means; "
                        + "deskpulse import --explain csv tells how.");
            }
            return ColumnsFile.read(
                    options.columns().toString(), TextFiles.read(options.columns()), environment, options.settings());
        }
        if (options.columns() != null) {
            throw new UserError("--columns belongs to --from csv.");
        }
        MappingFiles files =
                options.mapping() == null ? MappingFiles.bundled(options.source()) : MappingFiles.of(options.mapping());
        return MappingReader.read(files, environment, options.settings());
    }
}
