package io.deskpulse.metrics.forecast.daymodel;

/** A method that forecasts the slots of a day from what is known at an earlier one. */
public interface SlotModel {
    /**
     * Mean contacts of each slot.
     *
     * @param origin last day whose counts may be read
     * @param target day to forecast, after the origin
     * @return contacts, >= 0; null when the history is too short
     */
    double[] forecast(int origin, int target);
}
