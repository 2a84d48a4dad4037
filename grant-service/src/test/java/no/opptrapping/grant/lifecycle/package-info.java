/** Tests of lifecycle. */
@NullMarked
package no.opptrapping.grant.lifecycle;

import org.jspecify.annotations.NullMarked;
