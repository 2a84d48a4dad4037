/** Tests of the workbook. */
@NullMarked
package no.opptrapping.grant.allocation.workbook;

import org.jspecify.annotations.NullMarked;
