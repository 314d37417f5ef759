package io.deskpulse.conformance;

import java.time.OffsetDateTime;

/**
 * What somebody of the shop said of an item, a product and what is wrong with it.
 *
 * @param at when it was said
 * @param action ACKNOWLEDGED, ASSIGNED, FIXING, FIXED or NOT_A_DEFECT
 * @param since since when it is so: of FIXED, since when products leave mended
 * @param owner who has it from then on; empty when nobody is named
 * @param note why; empty when nothing is said
 * @param by who said it
 */
record Said(
        OffsetDateTime at,
        String skuId,
        String attribute,
        String action,
        OffsetDateTime since,
        String owner,
        String note,
        String by) {}
