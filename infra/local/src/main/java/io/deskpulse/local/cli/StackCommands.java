package io.deskpulse.local.cli;

import io.deskpulse.cli.CommandProvider;
import java.util.List;

/** The commands that start the embedded stack. */
public final class StackCommands implements CommandProvider {
    @Override
    public int position() {
        return 2;
    }

    @Override
    public List<Class<?>> commands() {
        return List.of(ReplayCommand.class, StackImportCommand.class, UpCommand.class, StaffingHereCommand.class);
    }
}
