/** Tests of the feed of notices. */
@NullMarked
package no.opptrapping.grant.notices;

import org.jspecify.annotations.NullMarked;
