package io.deskpulse.local.clickhouse;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Main of the child process that is a ClickHouse server: {@code --library FILE | --binary FILE} and then the server's own arguments.
 *
 * <p>Its standard input is the parent's hold on it: when that ends, because the parent closed it or died in whatever way, the process
 * ends at once. That loses no acknowledged insert, parts are written before the acknowledgement. A failure to start goes to
 * standard error with exit status 1.
 */
public final class ClickHouseServer {
    /** Keeps the library's query thread, and with it the server, alive: once a second for 31 years. */
    private static final String SERVE = "SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; "
            + "SELECT sleepEachRow(1) FROM numbers(1000000000) "
            + "SETTINGS max_block_size=1, function_sleep_max_microseconds_per_block=0 FORMAT Null";

    private static final int GRACE_SECONDS = 10;

    private ClickHouseServer() {}

    /** Does not return while the server runs. */
    public static void main(String[] args) throws IOException, InterruptedException {
        detachFromTerminal();
        List<String> arguments = Arrays.asList(args).subList(2, args.length);
        if (args[0].equals("--library")) {
            endWithParent(() -> {});
            System.err.println(serveFromLibrary(args[1], arguments));
            halt(1);
        } else {
            halt(serveFromBinary(args[1], arguments));
        }
    }

    /** Returns only when the server could not start, with the reason. */
    private static String serveFromLibrary(String file, List<String> arguments) {
        NativeLibrary library = NativeLibrary.getInstance(file);
        // ClickHouse's own crash handlers would take SIGSEGV away from the JVM, which needs it for null checks and
        // safepoints.
        library.getFunction("chdb_set_signal_handlers_enabled").invokeVoid(new Object[] {0});
        List<String> command = new ArrayList<>(List.of("clickhouse"));
        command.addAll(arguments);
        command.add("--query=" + SERVE);
        Function query = library.getFunction("chdb_query_cmdline");
        StringArray argv = new StringArray(command.toArray(String[]::new), "UTF-8");
        Pointer result = query.invokePointer(new Object[] {command.size(), argv});
        return library.getFunction("chdb_result_error").invokeString(new Object[] {result}, false);
    }

    private static int serveFromBinary(String file, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(file, "server"));
        arguments.stream()
                .filter(argument -> argument.startsWith("--config-file="))
                .forEach(command::add);
        Process server = new ProcessBuilder(command)
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        endWithParent(() -> stop(server));
        return server.waitFor();
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
        }
    }

    private static void endWithParent(Runnable lastWork) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {}
                    } catch (IOException e) {
                        // A broken pipe means the same as a closed one.
                    }
                    lastWork.run();
                    halt(0);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Ctrl-C goes to every process of the terminal's foreground group: the server must outlive it until Flink and Kafka have stopped. */
    private static void detachFromTerminal() {
        Function.getFunction("c", "setsid").invokeInt(new Object[0]);
    }

    /**
     * Ends the process as a kill would. {@code System.exit} waits for native threads, and it as well as {@code Runtime.halt} run the
     * library's destructors while its threads go on, which crashes and leaves a report of the JVM in the run directory.
     */
    private static void halt(int status) {
        System.err.flush();
        Function.getFunction("c", "_exit").invokeVoid(new Object[] {status});
    }
}
