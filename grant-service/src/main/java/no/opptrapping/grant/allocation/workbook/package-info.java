/** A run as a workbook that computes every amount again by formulas. */
@NullMarked
package no.opptrapping.grant.allocation.workbook;

import org.jspecify.annotations.NullMarked;
