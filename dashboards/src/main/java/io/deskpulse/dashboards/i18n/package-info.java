/** The dashboards in other languages, made when the project is built. */
package io.deskpulse.dashboards.i18n;
