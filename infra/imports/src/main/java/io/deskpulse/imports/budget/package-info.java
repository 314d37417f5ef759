/** Evaluations that may not come to an end, and are given up. */
package io.deskpulse.imports.budget;
