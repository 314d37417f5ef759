package io.deskpulse.ops;

/**
 * Something only the user can put right: a missing program, a taken port, a wrong file or address.
 *
 * <p>The message stands alone on one or two lines and says what to do; the command line shows it without a stack trace.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error that nothing else caused. */
    public UserError(String message) {
        super(message);
    }

    /** An error with what caused it, which is shown with {@code --verbose} alone. */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
