package io.deskpulse.dashboards.server.build;

import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FileTree;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The built app, in the cache under the hash of its sources, so that each version is built once and kept for good.
 *
 * <p>npm installs exactly what {@code package-lock.json} pins, and runs no script of a package. What is installed (500 MB) is deleted
 * after the build; what is kept is 15 MB and appears in one step, so what lies there is whole. Processes that start together wait for
 * one build.
 */
public final class PreviewBuild {
    private static final String DRAFT = "build-";

    private final Path cache;
    private final PreviewSources sources;

    /** The app of these sources, in the cache of this home. */
    public PreviewBuild(DeskpulseHome home, PreviewSources sources) {
        this.cache = home.path().resolve("preview");
        this.sources = sources;
    }

    /** Where the app lies; empty when it is still to be built. */
    public Optional<Path> existing() {
        return Optional.of(built()).filter(Files::exists);
    }

    /**
     * The app, built first when it is not there.
     *
     * @throws UserError when Node.js or npm are missing, too old, or fail
     * @throws UncheckedIOException when the cache cannot be written
     */
    public Path obtain(Progress progress) {
        try {
            if (existing().isEmpty()) {
                obtainLocked(progress);
            }
            return built();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot build the preview in " + cache, e);
        }
    }

    private Path built() {
        return cache.resolve(sources.hash());
    }

    private void obtainLocked(Progress progress) throws IOException {
        Files.createDirectories(cache);
        // A file lock holds between processes only; within this one the monitor does.
        synchronized (PreviewBuild.class) {
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                deleteAbandoned();
                if (existing().isEmpty()) {
                    build(progress);
                }
            }
        }
    }

    private void build(Progress progress) throws IOException {
        Path draft = Files.createTempDirectory(cache, DRAFT);
        Path log = Files.writeString(cache.resolve("build.log"), "");
        long started = System.nanoTime();
        try {
            NodeTools tools = new NodeTools(draft, log);
            tools.requireNode();
            sources.writeTo(draft);
            progress.step("Preview: fetching Grafana's components with npm (about 100 MB, only this once) …");
            tools.npm("ci");
            progress.step("Preview: building it …");
            tools.npm("run", "build");
            Files.move(draft.resolve("dist"), built(), StandardCopyOption.ATOMIC_MOVE);
            progress.step("Preview: built in "
                    + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s.");
        } finally {
            FileTree.delete(draft);
        }
    }

    /** Drafts of builds that were killed; whoever holds the lock is the only one who builds. */
    private void deleteAbandoned() throws IOException {
        try (Stream<Path> entries = Files.list(cache)) {
            List<Path> drafts = entries.filter(
                            entry -> entry.getFileName().toString().startsWith(DRAFT))
                    .filter(Files::isDirectory)
                    .toList();
            for (Path draft : drafts) {
                FileTree.delete(draft);
            }
        }
    }
}
