/** The provisioned alert rules, as far as the product itself needs to read them. */
package io.deskpulse.dashboards.alerts;
