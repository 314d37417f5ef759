/**
 * Texts as words, and terms of a lexicon found in them: Chinese and English, mixed as people write them.
 *
 * <p>Words are those of Apache Lucene's analysis: a hidden Markov model over a dictionary for Chinese, stems for English.
 */
package io.deskpulse.streaming.reasons.text;
