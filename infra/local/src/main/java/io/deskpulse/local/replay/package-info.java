/** A replay on the embedded stack, and the way back: knowing when all events have become rows. */
package io.deskpulse.local.replay;
