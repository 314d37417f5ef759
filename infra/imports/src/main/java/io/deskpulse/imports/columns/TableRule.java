package io.deskpulse.imports.columns;

import java.util.List;

/**
 * What the rows of one kind of table are.
 *
 * @param name of the kind
 * @param header columns by which such a table is recognised
 * @param idColumn column that names each row; null when a row is named by its cells
 * @param groupBy column whose equal cells make one order of several rows; null when each row stands for itself
 * @param events that a row is
 */
record TableRule(String name, List<String> header, String idColumn, String groupBy, List<RowEvent> events) {}
