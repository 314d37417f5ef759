/** {@code deskpulse forecast} and {@code deskpulse staffing}: what planners pull, explain and overrule. */
package io.deskpulse.cli.planning;
