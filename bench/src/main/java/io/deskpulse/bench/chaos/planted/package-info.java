/** Bugs put into a copy of the jar, to show that the suite finds bugs of their kind. */
package io.deskpulse.bench.chaos.planted;
