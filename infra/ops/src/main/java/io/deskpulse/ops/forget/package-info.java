/** Deletes what the tables keep of a buyer. */
package io.deskpulse.ops.forget;
