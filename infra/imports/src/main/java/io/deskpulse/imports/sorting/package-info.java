/** Sorts more than the memory holds, in runs on the disk. */
package io.deskpulse.imports.sorting;
