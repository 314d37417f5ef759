/** The commands that start the embedded stack. */
package io.deskpulse.local.cli;
