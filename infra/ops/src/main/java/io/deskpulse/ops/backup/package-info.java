/** Backups of the product's database, made and read by ClickHouse itself. */
package io.deskpulse.ops.backup;
