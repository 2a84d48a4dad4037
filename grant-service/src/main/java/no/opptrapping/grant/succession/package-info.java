/** Handing what ceased municipalities left to those that have taken over their rights and duties. */
@NullMarked
package no.opptrapping.grant.succession;

import org.jspecify.annotations.NullMarked;
