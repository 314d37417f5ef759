package io.deskpulse.cli.kept;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.kept.AgingPart;
import io.deskpulse.ops.kept.KeptTables;
import io.deskpulse.ops.kept.Retention;
import io.deskpulse.ops.kept.RetentionFile;
import io.deskpulse.ops.tables.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deskpulse retention show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "List what grows old, how long the server keeps it and how long it does by itself.")
final class ShowRetentionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public void run() {
        KeptTables kept = KeptTables.bundled();
        Map<String, Integer> present = new Retention(server.clickHouse(System.getenv()), kept).present();
        Map<String, Integer> usual = kept.parts().stream().collect(Collectors.toMap(AgingPart::name, AgingPart::days));
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Table(
                        List.of("table", "kept", "by itself"),
                        present.entrySet().stream()
                                .map(part -> List.of(
                                        part.getKey(),
                                        RetentionFile.text(part.getValue()),
                                        RetentionFile.text(usual.get(part.getKey()))))
                                .toList())
                .text());
        out.flush();
    }
}
