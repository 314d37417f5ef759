/** The {@code deskpulse} command line. */
package io.deskpulse.cli;
