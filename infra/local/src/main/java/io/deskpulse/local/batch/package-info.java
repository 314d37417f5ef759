/** Jobs that end with their input, run in this process against any ClickHouse. */
package io.deskpulse.local.batch;
