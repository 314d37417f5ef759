/** Users of ClickHouse who read the rows of some shops only. */
package io.deskpulse.ops.readers;
