/** {@code deskpulse readers}. */
package io.deskpulse.cli.readers;
