package io.deskpulse.streaming.yaml;

import java.util.function.Consumer;

/**
 * A mistake in a file.
 *
 * @param line where, from 1
 * @param column where in the line, from 1
 * @param text what is wrong and what was expected
 */
public record YamlProblem(int line, int column, String text) implements Comparable<YamlProblem> {

    /** Tells the problems of a file, a line each that begins with the file's name. */
    public static void tell(Object file, Iterable<YamlProblem> problems, Consumer<String> lines) {
        problems.forEach(problem -> lines.accept(file + ", " + problem));
    }

    /** A sentence for all problems of a file at once, and each of them on an indented line of its own. */
    public static String told(String sentence, Object file, Iterable<YamlProblem> problems) {
        StringBuilder text = new StringBuilder(sentence);
        tell(file, problems, line -> text.append("\n  ").append(line));
        return text.toString();
    }

    /** How many mistakes a file has, as a sentence. */
    public static String sum(Object file, int mistakes) {
        return file + ": " + mistakes + (mistakes == 1 ? " mistake." : " mistakes.");
    }

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
