/** Options that several commands share. */
package io.deskpulse.cli.arguments;
