package io.deskpulse.dashboards;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The dashboards as files for a Grafana, in the folders that {@code dashboards/provisioning} names:
 * {@code zh/customer-service/overview.json}.
 */
public final class DashboardFiles {
    private DashboardFiles() {}

    /**
     * Writes the dashboards of a language below a directory. Other JSON files of the folders it writes to are those of another
     * release and go: Grafana would show them.
     *
     * @return the files, in the order of {@link Dashboards#UIDS}
     * @throws IOException when the directory cannot be written
     */
    public static List<Path> write(Language language, Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        Set<Path> folders = new LinkedHashSet<>();
        for (Dashboard dashboard : Dashboards.bundled(language).list()) {
            Path folder = directory.resolve(language.folder()).resolve(dashboard.folder());
            Path file = Files.createDirectories(folder).resolve(dashboard.uid() + ".json");
            try (InputStream json = Dashboards.open(language, dashboard.uid())) {
                Files.copy(json, file, StandardCopyOption.REPLACE_EXISTING);
            }
            files.add(file);
            folders.add(folder);
        }
        for (Path folder : folders) {
            removeOthers(folder, files);
        }
        return files;
    }

    private static void removeOthers(Path folder, List<Path> files) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : found) {
                if (!files.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
