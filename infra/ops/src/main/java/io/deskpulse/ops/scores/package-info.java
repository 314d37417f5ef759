/** Rates over trailing windows, and what brings them back to a target. */
package io.deskpulse.ops.scores;
