/** Forward-only, numbered, checksummed changes of the ClickHouse schema. */
package io.deskpulse.ops.migrations;
