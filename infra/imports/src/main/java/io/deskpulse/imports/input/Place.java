package io.deskpulse.imports.input;

/**
 * Where a record stands.
 *
 * @param file name of the file, with that of the archive before it
 * @param line physical line it begins in, from 1
 * @param pointer where in the JSON document of that line, such as {@code $.orders[3]}; {@code $} when it is the document
 */
public record Place(String file, long line, String pointer) {
    /** A place inside of this one. */
    public Place at(String inner) {
        return new Place(file, line, pointer + inner);
    }

    /** For people: file, line, and the pointer where there is one. */
    @Override
    public String toString() {
        return file + " line " + line + (pointer.equals("$") ? "" : " " + pointer);
    }
}
