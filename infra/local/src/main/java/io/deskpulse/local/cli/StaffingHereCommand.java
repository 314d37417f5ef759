package io.deskpulse.local.cli;

import io.deskpulse.cli.planning.StaffingCommand;
import picocli.CommandLine.Command;

/** {@code deskpulse staffing} where forecasts can also be made. */
@Command(name = "staffing", subcommands = StaffingRunCommand.class, commandListHeading = "%nCommands:%n")
public final class StaffingHereCommand extends StaffingCommand {}
