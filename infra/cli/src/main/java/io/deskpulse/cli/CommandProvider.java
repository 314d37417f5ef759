package io.deskpulse.cli;

import java.util.List;

/**
 * The commands of one module, found with {@link java.util.ServiceLoader}: {@code deskpulse} has those of all modules on the class path,
 * so that an image without the embedded stack has none that would need it.
 */
public interface CommandProvider {
    /**
     * Where the commands stand in the list of all: providers with smaller numbers come first, and of two commands of one name theirs
     * is taken. So a command may do more where there is more to do it with.
     */
    int position();

    /** Classes with picocli's {@code @Command} and a constructor without parameters, in the order of the help text. */
    List<Class<?>> commands();
}
