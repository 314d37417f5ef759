/** Processor time, wall clock and what a job has read. */
package io.deskpulse.bench.measure;
