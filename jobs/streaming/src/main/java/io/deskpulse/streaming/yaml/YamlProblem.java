package io.deskpulse.streaming.yaml;

/**
 * A mistake in a file.
 *
 * @param line where, from 1
 * @param column where in the line, from 1
 * @param text what is wrong and what was expected
 */
public record YamlProblem(int line, int column, String text) implements Comparable<YamlProblem> {

    @Override
    public int compareTo(YamlProblem other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + text;
    }
}
