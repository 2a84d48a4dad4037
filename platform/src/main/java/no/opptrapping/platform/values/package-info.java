/** Value types of national standards: money in whole kroner, municipality and organisation numbers, years. */
@NullMarked
package no.opptrapping.platform.values;

import org.jspecify.annotations.NullMarked;
