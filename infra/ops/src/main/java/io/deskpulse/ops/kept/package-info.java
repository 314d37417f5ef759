/** What lies in the tables of the product: whose rows, of which buyer, for how long. */
package io.deskpulse.ops.kept;
