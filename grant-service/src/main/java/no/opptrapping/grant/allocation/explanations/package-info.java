/** Why a municipality gets what it gets, as steps that add up and in words. */
@NullMarked
package no.opptrapping.grant.allocation.explanations;

import org.jspecify.annotations.NullMarked;
