package io.deskpulse.cli.kept;

import io.deskpulse.ops.backup.Backups.Place;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a backup lies at the server; a mixin. */
final class BackupPlace {
    @Parameters(
            paramLabel = "NAME",
            description = "Its name at the server; a directory, or an archive that ends in .tar.gz.")
    private String name;

    @Option(
            names = "--disk",
            paramLabel = "DISK",
            description = "A disk of the server's storage configuration (default: its backups.allowed_path).")
    private String disk;

    /** As it was given. */
    Place place() {
        return new Place(name, disk);
    }
}
