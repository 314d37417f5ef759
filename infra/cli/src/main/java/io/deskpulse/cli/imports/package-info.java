/** {@code deskpulse import} and {@code deskpulse ingest}: data of the systems that shops use. */
package io.deskpulse.cli.imports;
