/** The command {@code deskpulse digest}. */
package io.deskpulse.cli.digest;
