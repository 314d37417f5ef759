/** The command {@code dead-letters}. */
package io.deskpulse.cli.deadletters;
