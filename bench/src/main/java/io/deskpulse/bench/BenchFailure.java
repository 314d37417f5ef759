package io.deskpulse.bench;

import io.deskpulse.ops.UserError;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A user's mistake is a sentence; anything else is a fault of ours, whose place is told. */
final class BenchFailure implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult read) throws Exception {
        if (problem instanceof UserError) {
            System.err.println("bench/run: " + problem.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw problem;
    }
}
