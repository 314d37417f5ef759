/** What a job of Deskpulse is, which there are, and how one is started. */
package io.deskpulse.streaming.jobs;
