package io.deskpulse.cli.commands;

import io.deskpulse.dashboards.DashboardFiles;
import io.deskpulse.dashboards.Language;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deskpulse dashboards}. */
@Command(
        name = "dashboards",
        mixinStandardHelpOptions = true,
        header = "Write the dashboards as files for a Grafana of your own.",
        description = {
            "",
            "Writes DIR/LANG/customer-service/*.json and DIR/LANG/operations/*.json, the folders that dashboards/provisioning names when "
                    + "DIR is /var/lib/deskpulse/dashboards. Other JSON files in those folders are removed, so that Grafana "
                    + "shows what this release has.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all files are written", "1:DIR cannot be written", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse dashboards --to /var/lib/deskpulse/dashboards",
            "  deskpulse dashboards --lang zh --to /tmp/dashboards"
        })
final class DashboardsCommand implements Callable<Integer> {
    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            split = ",",
            defaultValue = "en,zh",
            description = "Languages (default: ${DEFAULT-VALUE}).")
    private List<Language> languages;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Directory, made when it is not there.")
    private Path directory;

    @Override
    public Integer call() {
        for (Language language : languages) {
            try {
                int files = DashboardFiles.write(language, directory).size();
                Terminal.standardError()
                        .step(files + " dashboards are in " + directory.resolve(language.folder()) + ".");
            } catch (IOException e) {
                throw new UserError("Cannot write the dashboards to " + directory + ": " + e + ".", e);
            }
        }
        return 0;
    }
}
