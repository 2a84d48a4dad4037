/** Tests of claims. */
@NullMarked
package no.opptrapping.grant.claims;

import org.jspecify.annotations.NullMarked;
