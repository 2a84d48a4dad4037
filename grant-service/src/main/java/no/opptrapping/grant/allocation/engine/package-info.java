/** Pure exact arithmetic that divides a budget: no framework, no database, no clock, no rounding before the last step. */
@NullMarked
package no.opptrapping.grant.allocation.engine;

import org.jspecify.annotations.NullMarked;
