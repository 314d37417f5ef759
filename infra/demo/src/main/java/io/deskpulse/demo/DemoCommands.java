package io.deskpulse.demo;

import io.deskpulse.cli.CommandProvider;
import java.util.List;

/** The command that shows all of it. */
public final class DemoCommands implements CommandProvider {
    @Override
    public int position() {
        return 1;
    }

    @Override
    public List<Class<?>> commands() {
        return List.of(DemoCommand.class);
    }
}
