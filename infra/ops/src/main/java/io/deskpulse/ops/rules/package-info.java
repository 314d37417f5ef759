/** Rules of the scores: what they may say, files that say it, and the table that holds them. */
package io.deskpulse.ops.rules;
