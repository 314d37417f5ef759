/** The taxonomy of complaint reasons for people: as tables, and as a file that grows by an entry. */
package io.deskpulse.ops.reasons;
