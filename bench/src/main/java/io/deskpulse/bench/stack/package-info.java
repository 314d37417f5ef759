/** What is measured, and what is needed to run it: a stack, jobs up to a stage, and a load in topics of its own. */
package io.deskpulse.bench.stack;
