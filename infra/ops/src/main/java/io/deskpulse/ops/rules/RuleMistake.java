package io.deskpulse.ops.rules;

/**
 * What is wrong with a rule file.
 *
 * @param line counted from 1; the first when something is missing altogether
 */
public record RuleMistake(int line, String text) {}
