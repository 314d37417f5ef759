/**
 * What shops are: their clocks, money, hours and the rule they are judged by, read from the settings file that jobs and commands share.
 *
 * <p>Knows no Flink: commands read the file with it too.
 */
package io.deskpulse.streaming.shops;
