/** The taxonomy of topics for people: as tables, and as a file that grows by a version. */
package io.deskpulse.ops.topics;
