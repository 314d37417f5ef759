/** The command {@code reasons}. */
package io.deskpulse.cli.reasons;
