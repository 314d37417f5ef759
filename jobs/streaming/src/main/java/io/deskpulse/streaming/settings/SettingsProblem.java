package io.deskpulse.streaming.settings;

/**
 * A mistake in a settings file.
 *
 * @param line where, from 1
 * @param column where in the line, from 1
 * @param text what is wrong and what was expected
 */
public record SettingsProblem(int line, int column, String text) implements Comparable<SettingsProblem> {

    @Override
    public int compareTo(SettingsProblem other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + text;
    }
}
