package io.deskpulse.dashboards.server.build;

import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Node.js and npm, run in a project; what they say goes to a log. The user's own npm configuration (registry, proxy) applies. */
final class NodeTools {
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");
    private static final int LAST_LINES = 8;

    private final Path project;
    private final Path log;

    NodeTools(Path project, Path log) {
        this.project = project;
        this.log = log;
    }

    /**
     * Makes sure that Node.js is there and new enough for the bundler: 20.19, or 22.12 and later.
     *
     * @throws UserError when it is not
     */
    void requireNode() throws IOException {
        String version = run(List.of("node", "--version"), false);
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches() || !isNewEnough(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))) {
            throw new UserError(
                    "The preview of the dashboards needs Node.js 20.19, 22.12 or newer, and this is " + version + ".");
        }
    }

    /**
     * Runs npm.
     *
     * @throws UserError when npm is missing or fails, with its last words
     */
    void npm(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        run(command, true);
    }

    static boolean isNewEnough(int major, int minor) {
        return major > 22 || major == 22 && minor >= 12 || major == 20 && minor >= 19;
    }

    private String run(List<String> command, boolean logged) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        if (logged) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UserError(
                    "The preview of the dashboards needs Node.js with npm, and there is no " + command.get(0)
                            + " on the PATH.",
                    e);
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (waitFor(process) != 0) {
            throw new UserError(
                    "\"" + String.join(" ", command) + "\" failed; its log is " + log + ":\n" + lastWords());
        }
        return said;
    }

    /** Ends what was started when this thread is interrupted or the process ends. */
    private static int waitFor(Process process) throws IOException {
        Thread end = new Thread(() -> endTree(process), "preview-build-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return status;
        } catch (InterruptedException e) {
            endTree(process);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the preview was being built");
        } catch (IllegalStateException e) {
            throw new InterruptedIOException("the process is ending");
        }
    }

    private static void endTree(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                .indent(2)
                .stripTrailing();
    }
}
