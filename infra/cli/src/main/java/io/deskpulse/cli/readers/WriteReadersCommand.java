package io.deskpulse.cli.readers;

import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.readers.AccessSql;
import io.deskpulse.ops.readers.ReaderFile;
import io.deskpulse.ops.readers.ReaderRights;
import io.deskpulse.ops.readers.UsersXml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse readers write}. */
@Command(
        name = "write",
        mixinStandardHelpOptions = true,
        header = "Write what makes ClickHouse know the readers of a file.",
        description = {
            "",
            "xml is a file for the server's users.d: there the file is all there is, a reader that left it is gone. The server reads it "
                    + "again by itself, the embedded one when it starts. sql are statements for an administrator of a server whose users are "
                    + "made by SQL; drop those that left yourself.",
            "",
            "A file that is there keeps its permissions, a new one is its owner's alone. It holds hashes of passwords.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse readers write readers.yaml --to infra/docker/clickhouse-readers.xml      # compose",
            "  deskpulse readers write readers.yaml --to data/clickhouse/users.d/readers.xml      # of up --run-dir data",
            "  deskpulse readers write readers.yaml --to readers.sql --form sql"
        })
final class WriteReadersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Readers as YAML or JSON, UTF-8.")
    private Path file;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "Where to write it.")
    private Path target;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            defaultValue = "xml",
            description = "xml or sql (default: ${DEFAULT-VALUE}).")
    private Form form;

    private enum Form {
        XML,
        SQL
    }

    @Override
    public Integer call() {
        ReaderFile read = ListReadersCommand.read(file, spec);
        if (!read.problems().isEmpty()) {
            return 1;
        }
        ReaderRights rights = ReaderRights.bundled();
        write(
                form == Form.XML
                        ? UsersXml.of(read.readers(), rights)
                        : String.join(";\n", AccessSql.of(read.readers(), rights)) + ";\n");
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + read.readers().size() + (read.readers().size() == 1 ? " reader" : " readers") + " to "
                + target + ".");
        out.flush();
        return 0;
    }

    private void write(String text) {
        try {
            if (Files.exists(target)) {
                // In place: a container that mounts the file would go on with the old one of that name.
                Files.writeString(target, text);
                return;
            }
            Path directory = target.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            DeskpulseHome.writeSecret(target, text);
        } catch (IOException e) {
            throw new UserError("Cannot write " + target + ": " + e.getMessage() + ".", e);
        }
    }
}
