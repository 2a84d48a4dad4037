/** Tests of problem details without a service around them. */
@NullMarked
package no.opptrapping.platform.problems;

import org.jspecify.annotations.NullMarked;
