/** What rings on the events of files, through the reading, the first stage and the detector of the job; no truth is known. */
package io.deskpulse.bench.hotspots.real;
