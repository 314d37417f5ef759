/** {@code deskpulse retention}, {@code forget}, {@code backup} and {@code restore}: what is kept, and for how long. */
package io.deskpulse.cli.kept;
