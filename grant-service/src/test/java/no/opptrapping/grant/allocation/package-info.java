/** Tests of allocation runs. */
@NullMarked
package no.opptrapping.grant.allocation;

import org.jspecify.annotations.NullMarked;
