package no.opptrapping.grant.allocation.rest;

import org.jspecify.annotations.Nullable;

/**
 * Adopts a run.
 *
 * @param confirmSuperseded although newer inputs are known than those it was computed from
 * @param confirmRepeated although an adopted run has divided the scheme's year in the same way
 */
record AdoptionRequest(
        @Nullable Boolean confirmSuperseded, @Nullable Boolean confirmRepeated) {}
