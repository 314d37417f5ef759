package io.deskpulse.ops.scores;

import io.deskpulse.metrics.recovery.RecoveryQuestion;

/**
 * Whose rate by which rule, and what is to become of it.
 *
 * @param rule a rule, or one version of it after an {@code @}
 * @param account null for the whole shop
 */
public record ScoreQuestion(String rule, String shop, String account, RecoveryQuestion recovery) {}
