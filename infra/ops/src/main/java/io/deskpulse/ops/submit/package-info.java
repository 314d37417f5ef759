/** Jobs for a Flink cluster that runs already. */
package io.deskpulse.ops.submit;
