/** How well topics of questions are found, and what that costs. */
package io.deskpulse.bench.topics;
