package io.deskpulse.imports.functions;

/** A record holds a value that the mapping does not know. */
public final class UnknownValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without the value, which may be personal, unless it is one of a closed list of the source's. */
    public UnknownValue(String what) {
        super(what, null, false, false);
    }
}
