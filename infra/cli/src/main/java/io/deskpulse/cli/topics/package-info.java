/** The subcommands of {@code topics} that tell of what buyers ask. */
package io.deskpulse.cli.topics;
