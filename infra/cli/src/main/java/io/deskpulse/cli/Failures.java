package io.deskpulse.cli;

import io.deskpulse.ops.Shutdown;
import io.deskpulse.ops.UserError;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * How errors look: mistakes of the user as one message, faults of the program as one message that says how to see more; stack traces
 * only on request.
 */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int INTERRUPTED = 130;

    private final BooleanSupplier verbose;

    Failures(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (Shutdown.hasBegun()) {
            // Ctrl-C: whatever failed, failed because its ground was taken away.
            return INTERRUPTED;
        }
        PrintWriter err = command.getErr();
        if (failure instanceof UserError) {
            err.println("deskpulse: " + failure.getMessage());
        } else {
            err.println("deskpulse: unexpected " + failure.getClass().getSimpleName() + ": " + failure.getMessage());
            if (!verbose.getAsBoolean()) {
                err.println("This is a fault of deskpulse. --verbose shows where it happened.");
            }
        }
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("deskpulse: " + mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
