/** Tests of the value types. */
@NullMarked
package no.opptrapping.platform.values;

import org.jspecify.annotations.NullMarked;
