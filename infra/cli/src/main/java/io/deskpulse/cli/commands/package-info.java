/** The commands for clusters of one's own. */
package io.deskpulse.cli.commands;
