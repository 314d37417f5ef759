/** The command {@code deskpulse defects}. */
package io.deskpulse.cli.defects;
