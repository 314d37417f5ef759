/** The command {@code articles}. */
package io.deskpulse.cli.articles;
